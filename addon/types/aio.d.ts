/** @noSelfInFile */

/* The part of AIO's client half that the addon uses. Only the methods of a message take a self. */

interface AioMessage {
  Add(name: string, ...args: unknown[]): AioMessage;
  Send(): AioMessage;
}

interface AioClient {
  Msg(this: void): AioMessage;
  /** Raises if the name is taken. On the client `player` is the character's name. */
  RegisterEvent(
    this: void,
    name: string,
    handler: (this: void, player: string, ...args: unknown[]) => void,
  ): void;
}

/** Nothing when AIO_Client is not installed or not enabled. */
declare const AIO: AioClient | undefined;

/** Set ahead of the compiled code by scripts/build-addon.ts: the version, if the realm sent the code through AIO. */
declare const DC_INTEGRATION_SENT_VERSION: string | undefined;
