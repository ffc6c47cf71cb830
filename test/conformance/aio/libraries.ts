import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleOf } from "./bundles";
import { LuaProcess } from "./lua-process";

const here = fileURLToPath(new URL(".", import.meta.url));

/** A checkout of the real AIO; without it the project's double is what the tests run against. */
const { AIO_DIR } = process.env;
const checkout = AIO_DIR === undefined ? undefined : resolve(AIO_DIR);

/** For what the two are known to differ in. */
export const isRealLibrary = checkout !== undefined;

/** The Luas that engines are built with. The real AIO_Server needs a bit library, which only two of them have. */
export const serverLuas = isRealLibrary
  ? ["luajit", "lua5.2"]
  : ["lua5.1", "luajit", "lua5.2", "lua5.3", "lua5.4"];

export const CLIENT_LUA = "lua5.1";

/**
 * Starts the server half in a bare engine with one player. `stateMapId` other than -1 is the state of one map; `after`
 * runs behind the library, by default it drops what that sends to players who were there before it.
 */
export async function startServer(lua: string, stateMapId = -1, after = "host.take()"): Promise<LuaProcess> {
  const { path, entry } = checkout === undefined ? doubleServer() : realServer(join(checkout, "AIO_Server"));
  const host = join(here, "server-host.lua");
  const process = new LuaProcess(lua, [host, here, path, entry, String(stateMapId)]);
  await process.run(`host.load() ${after}`);
  return process;
}

/** Starts the client half in a bare 3.3.5a client, up to its ADDON_LOADED. `before` runs ahead of it. */
export async function startClient(before = ""): Promise<LuaProcess> {
  const files = checkout === undefined ? [bundleOf("client")] : realClient(join(checkout, "AIO_Client"));
  const process = new LuaProcess(CLIENT_LUA, [join(here, "client-host.lua"), here, ...files]);
  await process.run(`${before} host.load()`);
  return process;
}

/** A host of the library, for what both halves have. */
export interface HostCase {
  readonly host: string;
  readonly start: () => Promise<LuaProcess>;
}

export const allHosts: readonly HostCase[] = [
  ...serverLuas.map((lua) => ({ host: `server on ${lua}`, start: () => startServer(lua) })),
  { host: `client on ${CLIENT_LUA}`, start: () => startClient() },
];

interface ServerFiles {
  readonly path: string;
  readonly entry: string;
}

function doubleServer(): ServerFiles {
  return { path: "", entry: bundleOf("server") };
}

/** Engines find a module by its base name wherever it lies: so do the folders of the checkout here. */
function realServer(folder: string): ServerFiles {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const path = [folder, ...folders.map((entry) => join(folder, entry.name))].map((name) =>
    join(name, "?.lua"),
  );
  return { path: path.join(";"), entry: join(folder, "AIO.lua") };
}

function realClient(folder: string): string[] {
  const toc = readFileSync(join(folder, "AIO_Client.toc"), "utf8");
  return toc
    .split(/\r?\n/)
    .map((line) => line.replace("\uFEFF", "").trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => join(folder, line.replaceAll("\\", "/")));
}
