import type { UnlockType } from "../catalog/unlock-types";
import {
  isPayment,
  type Operation,
  type PaymentKind,
  type RequestKind,
  type StatKind,
  storedSubject,
} from "./operation";

/** How `stat`, by its column or the document's member, changes: by `amount`, or to `amount`. */
export function statChange(
  kind: StatKind,
  stat: string,
  amount: number,
  source: string,
  cause: string,
): Operation {
  return { kind, subject: storedSubject(kind, stat), subjectId: 0, amount, source, cause };
}

export function payment(
  kind: PaymentKind,
  currencyId: number,
  amount: number,
  source: string,
  cause: string,
): Operation {
  return { kind, subject: "", subjectId: currencyId, amount, source, cause };
}

export function unlockOf(type: UnlockType, unlockId: number, source: string, cause: string): Operation {
  return { kind: "unlock", subject: type, subjectId: unlockId, amount: 0, source, cause };
}

export function deletion(source: string, cause: string): Operation {
  return { kind: "delete", subject: "", subjectId: 0, amount: 0, source, cause };
}

/** The operation that a checked request asks for. What says nothing about its kind is passed over. */
export function requestedOperation(kind: RequestKind, request: Omit<Operation, "kind">): Operation {
  const { subject, subjectId, amount, source, cause } = request;
  if (isPayment(kind)) return payment(kind, subjectId, amount, source, cause);
  if (kind === "unlock") return unlockOf(subject as UnlockType, subjectId, source, cause);
  return statChange(kind, subject, amount, source, cause);
}
