import { callGuarded, reportError } from "./errors";
import { expectGlobal, globals, provide } from "./globals";
import { savedVariablesText } from "./saved-variables";
import { fireEvent } from "./widgets/events";
import { flag, words } from "./widgets/state";

interface Addon {
  readonly name: string;
  /** Fields of the .toc file, as written. */
  readonly fields: Record<string, string | undefined>;
  /** The second value that each of its files gets. */
  readonly shared: object;
  savedVariables: string[];
  loaded: boolean;
}

const addons: Addon[] = [];

function findAddon(reference: unknown): Addon | undefined {
  if (type(reference) === "number") return addons[(reference as number) - 1];
  const name = string.lower(tostring(reference));
  return addons.find((addon) => string.lower(addon.name) === name);
}

function knownAddon(name: string): Addon {
  return findAddon(name) ?? error(`addon ${name} was not declared`);
}

/** Puts an addon on the client's list. */
export function declareAddon(name: string): void {
  addons.push({ name, fields: {}, shared: {}, savedVariables: [], loaded: false });
}

/** A field of the addon's .toc file. */
export function setAddonField(name: string, field: string, value: string): void {
  const addon = knownAddon(name);
  addon.fields[field] = value;
  if (field !== "SavedVariables" && field !== "SavedVariablesPerCharacter") return;
  for (const variable of words(string.gsub(value, ",", " ")[0])) {
    addon.savedVariables.push(variable);
    expectGlobal(variable);
  }
}

/** In bytes: the compiler would write characters as UTF-8. */
const byteOrderMark = string.char(0xef, 0xbb, 0xbf);

/** The client skips the mark that Windows editors put before UTF-8; plain Lua does not. */
function withoutByteOrderMark(code: string): string {
  return string.sub(code, 1, 3) === byteOrderMark ? string.sub(code, 4) : code;
}

/** Runs one of the addon's files; a fault in it is reported and the next file still runs. */
export function runAddonFile(name: string, file: string, code: string): void {
  const addon = knownAddon(name);
  const [path] = string.gsub(`Interface/AddOns/${name}/${file}`, "/", "\\");
  const [chunk, fault] = loadstring(withoutByteOrderMark(code), `@${path}`);
  if (chunk === undefined) reportError(fault);
  else callGuarded(chunk, addon.name, addon.shared);
}

/** Runs the text that the game wrote at the last logout. */
export function restoreVariables(name: string, text: string): void {
  const [chunk, fault] = loadstring(text, `@WTF\\SavedVariables\\${name}.lua`);
  if (chunk === undefined) reportError(fault);
  else callGuarded(chunk);
}

/** The addon's files have run and its variables are there. */
export function finishAddon(name: string): void {
  knownAddon(name).loaded = true;
  fireEvent("ADDON_LOADED", name);
}

/** What the game writes for the addon at logout. */
export function collectVariables(name: string): string {
  return savedVariablesText(knownAddon(name).savedVariables, globals);
}

function addonInfo(reference: unknown): LuaMultiReturn<unknown[]> {
  const addon = findAddon(reference);
  if (addon === undefined) return $multi(reference, undefined, undefined, undefined, undefined, "MISSING");
  const { Title, Notes } = addon.fields;
  return $multi(addon.name, Title ?? addon.name, Notes, 1, flag(addon.loaded), undefined, "INSECURE");
}

function loadAddOn(reference: unknown): LuaMultiReturn<unknown[]> {
  const addon = findAddon(reference);
  if (addon === undefined) return $multi(undefined, "MISSING");
  if (addon.loaded) return $multi(1);
  return $multi(undefined, "NOT_DEMAND_LOADED");
}

/** The functions by which addons ask for addons. */
export function provideAddonFunctions(): void {
  provide({
    GetNumAddOns: () => addons.length,
    GetAddOnInfo: addonInfo,
    GetAddOnMetadata: (reference: unknown, field: string) => findAddon(reference)?.fields[field],
    IsAddOnLoaded: (reference: unknown) => flag(findAddon(reference)?.loaded === true),
    LoadAddOn: loadAddOn,
  });
}
