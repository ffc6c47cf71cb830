import type { Complaint } from "../language/complaint";
import { MAXIMUM_AMOUNT } from "../catalog/number-types";
import { checkGuid } from "../profile/check-arguments";

function isAmount(amount: unknown): boolean {
  return typeof amount === "number" && amount >= 0 && amount <= MAXIMUM_AMOUNT && amount % 1 === 0;
}

/** What is wrong with experience that a script gives. 0 is right, and gives nothing: a setting may be switched off. */
export function checkExperience(guid: unknown, amount: unknown): Complaint {
  const complaint = checkGuid(guid);
  if (complaint !== undefined || isAmount(amount)) return complaint;
  return `amount must be a whole number from 0 to ${MAXIMUM_AMOUNT.toFixed(0)}`;
}
