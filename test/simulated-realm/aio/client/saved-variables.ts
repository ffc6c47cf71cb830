import { isTable } from "../lua-values";

type Saved = LuaTable<AnyNotNil, unknown>;

/** Names of globals to keep, for the account and for the character. */
const accountKeys: string[] = [];
const characterKeys: string[] = [];

/** Keeps the global `key` in AIO_Client's SavedVariables; it is back before any addon of the server runs. */
export function addSavedVar(key: string): void {
  accountKeys.push(key);
}

/** As {@link addSavedVar}, for this character alone. */
export function addSavedVarChar(key: string): void {
  characterKeys.push(key);
}

/** At ADDON_LOADED, when the client has read the file: back into globals. */
export function restoreSavedVariables(): void {
  restore(AIO_sv);
  restore(AIO_sv_char);
}

/** At PLAYER_LOGOUT, before the client writes the file. */
export function collectSavedVariables(): void {
  AIO_sv = collect(accountKeys);
  AIO_sv_char = collect(characterKeys);
}

/** Forgets everything, as `/aio reset` does. */
export function clearSavedVariables(): void {
  accountKeys.length = 0;
  characterKeys.length = 0;
}

function globals(): Saved {
  const table: unknown = _G;
  return isTable(table) ? table : error("_G is replaced");
}

function restore(saved: unknown): void {
  if (!isTable(saved)) return;
  for (const [key, value] of pairs(saved)) globals().set(key, value);
}

function collect(keys: string[]): Saved {
  const saved: Saved = new LuaTable();
  for (const key of keys) saved.set(key, globals().get(key));
  return saved;
}
