import type { DatabasePort } from "../database/port";
import type { EngineName } from "../data/engine-name";

/** What a test gives to make a world. */
export interface WorldOptions {
  readonly engine: EngineName;
  readonly database: DatabasePort;
  /** Called with each addon message that leaves for a client. */
  readonly deliver: (this: void, player: string, prefix: string, text: string, chatType: number) => void;
  /** Called with each line of the server's log. */
  readonly log: (this: void, line: string) => void;
  /** 1 by default. */
  readonly realmId?: number;
  /** Unix seconds of the world's clock at its start. */
  readonly now?: number;
  /** Whether Eluna has a Lua state for each map; false by default, as in its old `CompatibilityMode`. */
  readonly mapStates?: boolean;
  /** `Eluna.UseUnsafeMethods`; true by default, as in the engine's code. */
  readonly unsafeMethods?: boolean;
}
