import { crc32 } from "../wire/crc32";
import { compress } from "../wire/lualzw-compress";

/** First byte of code that is compressed. */
const COMPRESSED = "C";

/** An addon as the client stores it; `crc` decides whether a client that has it needs it again. */
export interface AddonCode {
  readonly name: string;
  readonly crc: number;
  readonly code: string;
}

/** The addons that clients get, in the order in which they will run there. */
export const addons: AddonCode[] = [];

/**
 * Sends code to every client that starts after this. The real library first runs LuaSrcDiet over it, an old minifier
 * that drops comments and blanks, renames locals and breaks some valid Lua; this double sends the code unminified.
 */
export function addAddonCode(name: string, code: string): void {
  if (type(name) !== "string" || type(code) !== "string") error("string expected");
  const packed = COMPRESSED + compress(code);
  addons.push({ name, crc: crc32(packed), code: packed });
}

/** Adds a file under its own name or under `name`. Raises if it cannot be read. */
export function addAddonFile(path: string, name?: string): void {
  const [file, problem] = io.open(path, "rb");
  if (file === undefined) error(problem);
  const code = file.read("*a");
  file.close();
  const [base] = string.match(path, "([^/\\]*)$");
  addAddonCode(name ?? base ?? path, code ?? "");
}
