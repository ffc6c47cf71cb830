/** Reads what an author gives to the demo. A fault is one of the command line: it is shown before anything starts. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { InvalidArgumentError } from "commander";
import type { Script } from "../host/worldserver";

/** The files that an engine reads and the double can run: plain Lua. */
const SCRIPT_ENDINGS = [".lua", ".ext"];

/** npm changes into the project's folder, and keeps where it was called. */
function fromCaller(file: string): string {
  return path.resolve(process.env.INIT_CWD ?? process.cwd(), file);
}

export function readText(file: string): string {
  try {
    return readFileSync(fromCaller(file), "utf8");
  } catch {
    throw new InvalidArgumentError("It cannot be read.");
  }
}

/** @throws {InvalidArgumentError} If no engine would read the file, or nobody can. */
export function readScript(file: string): Script {
  if (!SCRIPT_ENDINGS.includes(path.extname(file))) {
    throw new InvalidArgumentError(`Engines read files that end in ${SCRIPT_ENDINGS.join(" or ")}.`);
  }
  return { name: path.basename(file), code: readText(file) };
}

/** @returns The addon's folder. @throws {InvalidArgumentError} If it is none: it lacks a .toc of its name. */
export function findAddon(folder: string): string {
  const found = fromCaller(folder);
  const toc = `${path.basename(found)}.toc`;
  if (!existsSync(path.join(found, toc)))
    throw new InvalidArgumentError(`There is no ${toc} in that folder.`);
  return found;
}
