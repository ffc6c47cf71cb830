import {
  checkAmount,
  checkCurrencyId,
  checkDelta,
  checkStat,
  checkUnlock,
  checkValue,
  type Complaint,
} from "./check-operation";
import type { Operation, OperationKind } from "./operation";

/** What its kind says about an operation. Whom it is for and who asks for it is the same with all kinds. */
type Change = Pick<Operation, "subject" | "subjectId" | "amount">;

/** A stat, and how much it changes by. */
export function checkAdd(stat: unknown, amount: unknown): Complaint {
  return checkStat(stat) ?? checkDelta(amount);
}

/** A stat, and the value to set it to. */
export function checkSet(stat: string, value: unknown): Complaint {
  return checkStat(stat) ?? checkValue(stat, value);
}

/** A currency, and how much of it to earn or spend. */
export function checkPay(currencyId: unknown, amount: unknown): Complaint {
  return checkCurrencyId(currencyId) ?? checkAmount(amount);
}

const CHECKS: Readonly<Record<OperationKind, (this: void, change: Change) => Complaint>> = {
  add: ({ subject, amount }) => checkAdd(subject, amount),
  set: ({ subject, amount }) => checkSet(subject, amount),
  earn: ({ subjectId, amount }) => checkPay(subjectId, amount),
  spend: ({ subjectId, amount }) => checkPay(subjectId, amount),
  unlock: ({ subject, subjectId }) => checkUnlock(subject, subjectId),
  delete: () => undefined,
};

/** What must hold of a request's subject, subject id and amount, by its kind: the table at `OPERATION_KINDS` with its ranges. */
export function checkChange(kind: OperationKind, change: Change): Complaint {
  return CHECKS[kind](change);
}
