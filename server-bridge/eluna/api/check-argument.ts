import type { Complaint } from "../../../shared/language/complaint";
import { checkPay } from "../../../shared/profile/check-operation";
import { checkGuid, checkRequestId, checkSource } from "../../../shared/profile/check-arguments";
import { typeName } from "../../../shared/language/type-name";

/** Blames the line that called the method of `DC.PlayerProfile`: 1 is this function, 2 the method, 3 its caller. */
export function check(method: string, complaint: Complaint): void {
  if (complaint !== undefined) error(`DC.PlayerProfile:${method}: ${complaint}`, 3);
}

/** What `DC.PlayerProfile` notes as the source of changes for which the caller named none. */
export const DEFAULT_SOURCE = "script";

/**
 * What AddCurrency and SpendCurrency take, one by one: a table of them would be garbage at each payment.
 *
 * @param name What the method calls `source`.
 */
export function checkPayment(
  guid: unknown,
  currencyId: unknown,
  amount: unknown,
  name: "source" | "reason",
  source: unknown,
  requestId: unknown,
): Complaint {
  return (
    checkGuid(guid) ?? checkPay(currencyId, amount) ?? checkSource(name, source) ?? checkRequestId(requestId)
  );
}

/** A profile that a script wants saved: a table with the low GUID of a player. */
export function checkProfile(profile: unknown): Complaint {
  if (typeof profile !== "object" || profile === null) {
    return `profile must be a table, not ${typeName(profile)}`;
  }
  return checkGuid((profile as Record<string, unknown>).guid);
}

export function checkCallback(callback: unknown): Complaint {
  return typeof callback === "function"
    ? undefined
    : `callback must be a function, not ${typeName(callback)}`;
}
