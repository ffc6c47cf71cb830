import { MAXIMUM_AMOUNT } from "../../shared/catalog/number-types";
import type { Stamp } from "../../shared/wire/payloads";
import { isTable, isWholeNumber } from "../cache/check-values";

/** Whether `value` is the stamp of an update: whole numbers, and a revision that is not before its base. */
export function isStamp(value: unknown): value is Stamp {
  if (!isTable(value)) return false;
  const { epoch, revision, base } = value;
  if (!isWholeNumber(epoch, MAXIMUM_AMOUNT)) return false;
  if (!isWholeNumber(revision, MAXIMUM_AMOUNT) || !isWholeNumber(base, MAXIMUM_AMOUNT)) return false;
  return revision >= 1 && revision >= base;
}
