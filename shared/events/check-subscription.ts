/** What is wrong with the arguments of `Subscribe`. A wrong filter would let everything through, a wrong priority disturb the order. */
export function checkSubscription(handler: unknown, filter: unknown, priority: unknown): Complaint {
  if (typeof handler !== "function") return "the handler must be a function";
  if (filter !== undefined && typeof filter !== "function" && typeof filter !== "number")
    return "the filter must be a function, or the priority in its place";
  if (typeof filter === "number" && priority !== undefined) return "the filter comes before the priority";
  const order = typeof filter === "number" ? filter : priority;
  if (order !== undefined && (typeof order !== "number" || order !== order))
    return "the priority must be a number";
  return undefined;
}
import type { Complaint } from "../language/complaint";
