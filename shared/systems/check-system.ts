import type { Complaint } from "../language/complaint";
import { SYSTEM_METHODS, type System } from "./system";

/** `{ fishing = true }` is none to Lua, nor is what stands behind a nil. */
function isListOfNames(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const list = value as readonly unknown[];
  let names = 0;
  for (let index = 0; index < list.length; index++) if (typeof list[index] === "string") names++;
  const keys: string[] = [];
  for (const key in value) keys.push(key);
  return names === keys.length;
}

/** What is wrong with a system that a script registers. */
export function checkSystem(system: unknown): Complaint {
  if (typeof system !== "object" || system === null)
    return "a system must be a table, registered with a colon";
  const values = system as Partial<Record<keyof System, unknown>>;
  if (typeof values.GetName !== "function") return "a system must have a method GetName";
  for (const method of SYSTEM_METHODS) {
    const value = values[method];
    if (value !== undefined && typeof value !== "function") return `${method} must be a function`;
  }
  const { dependencies } = values;
  if (dependencies === undefined || isListOfNames(dependencies)) return undefined;
  return "dependencies must be a list of names";
}
