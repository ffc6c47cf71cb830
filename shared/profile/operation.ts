import { findProfileField } from "../catalog/profile-fields";

/**
 * What can happen to a player's data. Everything that changes a profile, a wallet or an unlock is one of these; the
 * journal, the ledger and both halves of the bridge know no other change.
 *
 * | kind   | subject         | subjectId   | amount              |
 * | ------ | --------------- | ----------- | ------------------- |
 * | add    | stat            |             | how much, signed    |
 * | set    | stat            |             | the new value       |
 * | earn   |                 | currency id | how much            |
 * | spend  |                 | currency id | how much            |
 * | unlock | unlock type     | unlock id   |                     |
 * | delete |                 |             |                     |
 */
export const OPERATION_KINDS = ["add", "set", "earn", "spend", "unlock", "delete"] as const;

export type OperationKind = (typeof OPERATION_KINDS)[number];
export type StatKind = Extract<OperationKind, "add" | "set">;
export type PaymentKind = Extract<OperationKind, "earn" | "spend">;

/** What other programs and the map states can ask the realm for: a deletion they cannot. */
export type RequestKind = Exclude<OperationKind, "delete">;

export interface Operation {
  readonly kind: OperationKind;
  /** Stat or unlock type; empty for currencies. */
  readonly subject: string;
  /** Currency id or unlock id; 0 for stats. */
  readonly subjectId: number;
  readonly amount: number;
  /** The system that asked for it ("mythic_plus"), at most 50 bytes: `source_system` and the ledger show it. */
  readonly source: string;
  /** The event type during which it happened, or empty. */
  readonly cause: string;
}

/** The kind called `word`; undefined if there is none. */
export function findOperationKind(word: unknown): OperationKind | undefined {
  for (const kind of OPERATION_KINDS) if (kind === word) return kind;
  return undefined;
}

/** The kind of request called `word`; undefined if there is none. */
export function findRequestKind(word: unknown): RequestKind | undefined {
  const kind = findOperationKind(word);
  return kind === "delete" ? undefined : kind;
}

/** Whether operations of this kind are about a currency. */
export function isPayment(kind: string): kind is PaymentKind {
  return kind === "earn" || kind === "spend";
}

/** `subject` as the tables spell it: a stat can also be called by the document's member ("mythicRating"). */
export function storedSubject(kind: OperationKind, subject: string): string {
  if (kind === "unlock") return subject;
  return findProfileField(subject)?.column ?? subject;
}
