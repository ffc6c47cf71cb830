import { nearestName } from "../language/nearest-name";
import { SYSTEM_MEMBERS } from "./system";

/** Classes of classes; more are a circle. */
const MOST_CLASSES = 10;

/** Of a table the methods of its class are in its metatable's `__index`, if that is a table, and so on. */
function classOf(table: object): object | undefined {
  const metatable = getmetatable(table);
  const methods = typeof metatable === "object" ? metatable.__index : undefined;
  return typeof methods === "object" && methods !== null ? methods : undefined;
}

/** The names of what the system and its classes have. */
function memberNames(system: object): string[] {
  const names: string[] = [];
  let table: object | undefined = system;
  for (let depth = 0; depth < MOST_CLASSES && table !== undefined; depth++) {
    for (const name in table) if (typeof name === "string" && !names.includes(name)) names.push(name);
    table = classOf(table);
  }
  return names.sort();
}

/**
 * Members of a system that are called almost as what the registry asks for and the system lacks, each as `'OnDailyRest' (OnDailyReset?)`.
 * A system may have members of its own of any name, so this is a hint and no error.
 */
export function misspeltMembers(system: object): string[] {
  const names = memberNames(system);
  const missing = SYSTEM_MEMBERS.filter((member) => !names.includes(member));
  const hints: string[] = [];
  for (const name of names) {
    const meant = SYSTEM_MEMBERS.includes(name) ? undefined : nearestName(name, missing);
    if (meant !== undefined) hints.push(`'${name}' (${meant}?)`);
  }
  return hints;
}
