/** AIO 1.75 as the realm uses it. The global is nil on a server without AIO. */
declare interface AioMessage {
  Add(name: string, ...values: unknown[]): AioMessage;
  /** To one player at a time: AIO multiplies messages to several. */
  Send(player: EnginePlayer): AioMessage;
}

declare interface AioLibrary {
  Msg(this: void): AioMessage;
  RegisterEvent(
    this: void,
    name: string,
    handler: (this: void, player: EnginePlayer, ...values: unknown[]) => void,
  ): void;
}

declare const AIO: AioLibrary | undefined;
