import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Lua } from "wasmoon-lua5.1";
import { unescapeAll, unescapeText } from "./escape";

const bundle = fileURLToPath(new URL("../../../dist/test/engine-double.lua", import.meta.url));

/** The functions that the double calls; texts are escaped. See test/simulated-realm/engine/border/open.ts. */
export interface EngineHost {
  readonly query: (sql: string, waits: boolean) => string;
  readonly deliver: (player: string, prefix: string, text: string, chatType: number) => void;
  readonly log: (line: string) => void;
}

const bootstrap = `
  local file = assert(io.open("engine-double.lua", "rb"))
  local code = file:read("*a")
  file:close()
  local side = host
  host = nil
  return assert(loadstring(code, "@engine-double"))().open(side)
`;

/** A Lua 5.1 state with the engine double in it. */
export class EngineState {
  private failure: { readonly reason: unknown } | undefined;

  private constructor(
    private readonly lua: Lua,
    private dispatch: (code: string) => unknown,
  ) {}

  static async create(host: EngineHost): Promise<EngineState> {
    if (!existsSync(bundle)) throw new Error(`${bundle} is missing: run npm run build`);
    const lua = await Lua.create();
    const state = new EngineState(lua, () => undefined);
    lua.mountFile("engine-double.lua", readFileSync(bundle));
    lua.global.set("host", {
      query: state.guarded(host.query),
      deliver: state.guarded(host.deliver),
      log: state.guarded(host.log),
    });
    const dispatch: unknown = lua.doStringSync(bootstrap);
    if (typeof dispatch !== "function") throw new Error("the engine double did not start");
    state.dispatch = (code) => dispatch(code) as unknown;
    return state;
  }

  /** Runs Lua code, see test/simulated-realm/engine/border/open.ts; its values. An error is thrown. */
  call(code: string): unknown[] {
    const answer = String(this.dispatch(code));
    const failure = this.failure;
    this.failure = undefined;
    if (failure !== undefined) throw failure.reason;
    if (!answer.startsWith("+")) throw new Error(unescapeText(answer.slice(1)));
    const values = unescapeAll(JSON.parse(answer.slice(1)));
    return Array.isArray(values) ? values : [];
  }

  close(): void {
    this.lua.global.close();
  }

  /** What a function of the host throws would end in some script's pcall: it is kept, and thrown by `call`. */
  private guarded<Values extends unknown[], Result>(
    call: (...values: Values) => Result,
  ): (...values: Values) => Result | undefined {
    return (...values) => {
      try {
        return call(...values);
      } catch (reason) {
        this.failure ??= { reason };
        return undefined;
      }
    };
  }
}
