import type { Complaint } from "../../../shared/profile/check-operation";

/** Blames the line that called the method of `DC.PlayerProfile`: 1 is this function, 2 the method, 3 its caller. */
export function check(method: string, complaint: Complaint): void {
  if (complaint !== undefined) error(`DC.PlayerProfile:${method}: ${complaint}`, 3);
}
