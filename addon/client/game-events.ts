import { guarded } from "./guard";

type Handler = (this: void, firstArgument: unknown) => void;

/** Events of the game by one frame of the addon's own. */
export class GameEvents {
  private readonly frame = CreateFrame("Frame");
  private readonly handlers: Record<string, Handler> = {};

  constructor() {
    this.frame.SetScript("OnEvent", (_frame: WoWAPI.Frame, event: string, ...args: unknown[]) => {
      const handler = this.handlers[event];
      if (handler !== undefined) guarded(event, handler, args[0]);
    });
  }

  /** Calls `handler` with the event's first argument whenever the game fires it. */
  on(event: WoWAPI.Event, handler: Handler): void {
    this.handlers[event] = handler;
    this.frame.RegisterEvent(event);
  }

  off(event: WoWAPI.Event): void {
    this.frame.UnregisterEvent(event);
  }
}
