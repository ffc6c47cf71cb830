import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Lua } from "wasmoon-lua5.1";

const bundle = fileURLToPath(new URL("../../../dist/test/client-double.lua", import.meta.url));

/** Runs the double in a global table with libraries of its own, out of the addons' reach, and gives its one door. */
const bootstrap = `
  local environment, libraries = {}, {}
  for name, value in pairs(_G) do
    environment[name] = value
    if type(value) == "table" then
      libraries[name], environment[name] = value, {}
      for field, content in pairs(value) do environment[name][field] = content end
    end
  end
  environment._G, environment.libraries = environment, libraries
  environment.host, host = host, nil
  environment.require, environment.package = nil, nil
  local file = assert(io.open("client-double.lua", "rb"))
  local code = file:read("*a")
  file:close()
  local chunk = assert(loadstring(code, "@client-double"))
  return setfenv(chunk, environment)().dispatch
`;

type Dispatch = (operation: string, ...args: readonly (string | number)[]) => unknown;

/** A Lua 5.1 state with the client double in it. All texts that go in or out are free of NUL bytes. */
export class ClientState {
  private files = 0;

  private constructor(
    private readonly lua: Lua,
    private readonly dispatch: Dispatch,
  ) {}

  /** Makes a state whose double calls the functions of `host`. */
  static async create(host: object): Promise<ClientState> {
    if (!existsSync(bundle)) throw new Error(`${bundle} is missing: run npm run build`);
    const lua = await Lua.create();
    lua.mountFile("client-double.lua", readFileSync(bundle));
    lua.global.set("host", host);
    const dispatch: unknown = lua.doStringSync(bootstrap);
    if (typeof dispatch !== "function") throw new Error("the client double did not start");
    return new ClientState(lua, (...args) => dispatch(...args) as unknown);
  }

  /** Calls an operation of the double; its error is thrown as one of JavaScript. */
  call(operation: string, ...args: readonly (string | number)[]): string {
    const answer = String(this.dispatch(operation, ...args));
    if (answer.startsWith("+")) return answer.slice(1);
    throw new Error(Buffer.from(answer.slice(1), "hex").toString("utf8"));
  }

  /** Calls an operation that ends with the path of a file with this content. */
  callWithFile(content: Uint8Array | string, operation: string, ...args: readonly string[]): string {
    const path = `input-${String(++this.files)}`;
    this.lua.mountFile(path, typeof content === "string" ? Buffer.from(content, "utf8") : content);
    try {
      return this.call(operation, ...args, path);
    } finally {
      this.lua.unmountFile(path);
    }
  }

  close(): void {
    this.lua.global.close();
  }
}
