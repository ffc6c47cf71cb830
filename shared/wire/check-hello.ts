import type { Complaint } from "../language/complaint";
import { MAXIMUM_AMOUNT, NUMBER_TYPES } from "../catalog/number-types";
import { checkVersion } from "./check-version";
import { DATA_SETS, type Holding, LATER_DATA_SETS, type MessagePayloads } from "./payloads";

function isCount(value: unknown, maximum: number): boolean {
  return typeof value === "number" && value >= 0 && value <= maximum && value % 1 === 0;
}

function checkHolding(holding: unknown): Complaint {
  if (typeof holding !== "object") return `holding must be a table, not ${typeof holding}`;
  const values = holding as Partial<Record<string, unknown>>;
  if (!isCount(values.epoch, MAXIMUM_AMOUNT)) return "holding.epoch must be a whole number";
  for (const name of DATA_SETS) {
    const revision = values[name];
    const isUnknown = revision === undefined && LATER_DATA_SETS[name] === true;
    if (!isUnknown && !isCount(revision, NUMBER_TYPES.u32.maximum)) {
      return `holding.${name} must be a whole number`;
    }
  }
  return undefined;
}

/** What is wrong with the arguments of a hello, which come from a client and may be anything. */
export function checkHello(values: readonly unknown[]): Complaint {
  const [version, protocol, holding] = values;
  const complaint = checkVersion(version);
  if (complaint !== undefined) return complaint;
  if (!isCount(protocol, NUMBER_TYPES.u32.maximum)) return "protocol must be a whole number";
  return checkHolding(holding);
}

/** The arguments of a hello that `checkHello` had nothing to say about. */
export function readHello(values: readonly unknown[]): MessagePayloads["hello"] {
  const [version, protocol, holding] = values as MessagePayloads["hello"];
  const { epoch, profile, currencies, unlocks, weekly, currencyInfo }: Holding = holding;
  return [version, protocol, { epoch, profile, currencies, unlocks, weekly, currencyInfo }];
}
