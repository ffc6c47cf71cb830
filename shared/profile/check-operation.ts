import type { Complaint } from "../language/complaint";
import {
  checkAmount,
  checkCurrencyId,
  checkDelta,
  checkStat,
  checkUnlock,
  checkValue,
} from "./check-arguments";
import type { Operation, OperationKind } from "./operation";

/** What its kind says about an operation. Whom it is for and who asks for it is the same with all kinds. */
type Change = Pick<Operation, "subject" | "subjectId" | "amount">;

/** What somebody who asks for a change calls its numbers, where that is not what the methods of `DC.PlayerProfile` call them. */
export interface ChangeNames {
  readonly currencyId?: string;
  readonly unlockId?: string;
  /** What a stat is set to. */
  readonly value?: string;
}

const AS_SCRIPTS_DO: ChangeNames = {};

/** A stat, and how much it changes by. */
export function checkAdd(stat: unknown, amount: unknown): Complaint {
  return checkStat(stat) ?? checkDelta(amount);
}

/**
 * A stat, and the value to set it to.
 *
 * @param name What the caller calls the value.
 */
export function checkSet(stat: string, value: unknown, name?: string): Complaint {
  return checkStat(stat) ?? checkValue(stat, value, name);
}

/**
 * A currency, and how much of it to earn or spend.
 *
 * @param name What the caller calls the currency's id.
 */
export function checkPay(currencyId: unknown, amount: unknown, name?: string): Complaint {
  return checkCurrencyId(currencyId, name) ?? checkAmount(amount);
}

const CHECKS: Readonly<Record<OperationKind, (this: void, change: Change, names: ChangeNames) => Complaint>> =
  {
    add: ({ subject, amount }) => checkAdd(subject, amount),
    set: ({ subject, amount }, { value }) => checkSet(subject, amount, value),
    earn: ({ subjectId, amount }, { currencyId }) => checkPay(subjectId, amount, currencyId),
    spend: ({ subjectId, amount }, { currencyId }) => checkPay(subjectId, amount, currencyId),
    unlock: ({ subject, subjectId }, { unlockId }) => checkUnlock(subject, subjectId, unlockId),
    delete: () => undefined,
  };

/**
 * What must hold of a request's subject, subject id and amount, by its kind: the table at `OPERATION_KINDS` with its ranges.
 *
 * @param names What complaints call the numbers.
 */
export function checkChange(kind: OperationKind, change: Change, names = AS_SCRIPTS_DO): Complaint {
  return CHECKS[kind](change, names);
}
