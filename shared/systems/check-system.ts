import type { Complaint } from "../language/complaint";
import { SYSTEM_METHODS, type System } from "./system";

function checkDependencies(dependencies: unknown): Complaint {
  if (dependencies === undefined) return undefined;
  if (typeof dependencies !== "object") return "dependencies must be a list of names";
  for (const name of dependencies as readonly unknown[]) {
    if (typeof name !== "string") return "dependencies must be a list of names";
  }
  return undefined;
}

/** What is wrong with a system that a script registers. */
export function checkSystem(system: unknown): Complaint {
  if (typeof system !== "object" || system === null) return "a system must be a table";
  const values = system as Partial<Record<keyof System, unknown>>;
  if (typeof values.GetName !== "function") return "a system must have a method GetName";
  for (const method of SYSTEM_METHODS) {
    const value = values[method];
    if (value !== undefined && typeof value !== "function") return `${method} must be a function`;
  }
  return checkDependencies(values.dependencies);
}
