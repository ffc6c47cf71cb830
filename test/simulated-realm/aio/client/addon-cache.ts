import { isTable } from "../lua-values";
import { decompress } from "../wire/lualzw-decompress";

const COMPRESSED = "C";

interface CachedAddon {
  readonly name: string;
  readonly crc: number;
  readonly code: string;
}

type Cache = LuaTable<AnyNotNil, unknown>;

function isAddon(value: unknown): value is CachedAddon {
  return (
    isTable(value) &&
    type(value.get("name")) === "string" &&
    type(value.get("crc")) === "number" &&
    type(value.get("code")) === "string"
  );
}

/** The saved table itself: what is written here is in the SavedVariables of the next session. */
function cache(): Cache {
  if (isTable(AIO_sv_Addons)) return AIO_sv_Addons;
  const fresh: Cache = new LuaTable();
  AIO_sv_Addons = fresh;
  return fresh;
}

/** At ADDON_LOADED: somebody may have edited the file, or another version written it. */
export function dropBrokenAddons(): void {
  const saved = cache();
  for (const [name, addon] of pairs(saved)) {
    if (!isAddon(addon) || addon.name !== name) saved.delete(name);
  }
}

/** What the client has, as name and CRC, for its Init. */
export function cachedCrcs(): LuaTable<string, number> {
  const crcs = new LuaTable<string, number>();
  for (const [, addon] of pairs(cache())) {
    if (isAddon(addon)) crcs.set(addon.name, addon.crc);
  }
  return crcs;
}

/** Keeps an addon that the server sent. Raises if it is none. */
export function storeAddon(addon: unknown): string {
  if (!isAddon(addon)) error("Invalid addon");
  cache().set(addon.name, addon);
  return addon.name;
}

/** Runs a cached addon. Raises if it is missing, is no Lua, or fails. */
export function runAddon(name: string): void {
  const addon = cache().get(name);
  if (!isAddon(addon)) error("Addon doesnt exist");
  const [run, mistake] = loadstring(unpacked(addon.code), name);
  if (run === undefined) error(mistake);
  run();
}

function unpacked(code: string): string {
  const text = string.sub(code, 2);
  if (string.sub(code, 1, 1) !== COMPRESSED) return text;
  const [plain, problem] = decompress(text);
  return plain ?? error(tostring(problem));
}

/** Forgets every addon that the server did not name. */
export function keepOnly(names: LuaTable<AnyNotNil, boolean>): void {
  const saved = cache();
  for (const [name] of pairs(saved)) {
    if (!names.has(name)) saved.delete(name);
  }
}

/** Forgets all, as `/aio reset` does. */
export function clearAddons(): void {
  AIO_sv_Addons = undefined;
}
