/**
 * What `npm start` and `npm test` need before any package is installed: plain Node, nothing else.
 * Installs the packages of package-lock.json, and by apt the system programs that are missing.
 */
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** A program, the Debian package that has it, and where it may stand besides PATH. */
const MARIADB = [
  { program: "mariadbd", debian: "mariadb-server-core", folders: ["/usr/sbin", "/usr/libexec"] },
];
const LUAS = [
  { program: "lua5.1", debian: "lua5.1" },
  { program: "luajit", debian: "luajit" },
  { program: "lua5.2", debian: "lua5.2" },
  { program: "lua5.3", debian: "lua5.3" },
  { program: "lua5.4", debian: "lua5.4" },
  { program: "busted", debian: "lua-busted" },
  { program: "luacheck", debian: "lua-check" },
];
/** A Lua library has no program to look for. */
const LUASQL = [{ program: "lua-sql-mysql", debian: "lua-sql-mysql", file: "/usr/share/doc/lua-sql-mysql" }];

export const NEEDED_TO_START = MARIADB;
export const NEEDED_TO_TEST = [...MARIADB, ...LUAS, ...LUASQL];

/**
 * Runs a command with the terminal; ends this process with its exit code if it fails. `options` are those of
 * `spawnSync`.
 */
export function run(command, words, options = {}) {
  const { status, error } = spawnSync(command, words, { stdio: "inherit", ...options });
  if (error) console.error(`${command}: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

function isThere({ program, folders = [], file }) {
  if (file) return existsSync(file) || hasLuaSql();
  const path = [...(process.env.PATH ?? "").split(delimiter), ...folders];
  return path.some((folder) => existsSync(join(folder, program)));
}

/** LuaSQL from LuaRocks serves as well as Debian's. */
function hasLuaSql() {
  return spawnSync("lua5.1", ["-e", "require('luasql.mysql')"], { stdio: "ignore" }).status === 0;
}

function hasProgram(program) {
  return isThere({ program });
}

function installByApt(packages) {
  const root = process.getuid?.() === 0;
  if (!hasProgram("apt-get") || (!root && !hasProgram("sudo"))) {
    console.error(
      `Missing: ${packages.join(", ")} (Debian's names).\n` +
        "Install what your system calls them, with their programs in PATH, and run this again.",
    );
    process.exit(1);
  }
  console.log(`installing ${packages.join(", ")} by apt`);
  const sudo = root ? [] : ["sudo"];
  const quiet = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  const aptGet = (...words) => {
    const [command, ...rest] = [...sudo, "apt-get", "-qq", ...words];
    run(command, rest, quiet);
  };
  aptGet("update");
  aptGet("install", "-y", "--no-install-recommends", ...packages);
}

/** Installs those of `needed` that are missing. */
export function ensurePrograms(needed) {
  const missing = needed.filter((entry) => !isThere(entry)).map((entry) => entry.debian);
  if (missing.length > 0) installByApt(missing);
}

/** Installs the Node packages unless they are there and as new as the lock file. */
export function ensurePackages() {
  const installed = "node_modules/.package-lock.json";
  const fresh = existsSync(installed) && statSync(installed).mtimeMs >= statSync("package-lock.json").mtimeMs;
  if (!fresh) run("npm", ["ci", "--no-fund", "--no-audit"]);
}
