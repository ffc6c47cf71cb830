import { MAXIMUM_AMOUNT } from "../../../shared/catalog/number-types";
import type { UnlockType } from "../../../shared/catalog/unlock-types";
import type { Operation, PaymentKind } from "../../../shared/profile/operation";

/**
 * The most that maps promise a player of one currency before the world has carried it out: half of the largest balance. So a
 * promise always has room beside a balance of the other half.
 */
export const LARGEST_PROMISE = Math.floor(MAXIMUM_AMOUNT / 2);

/** A change that a map has decided. */
type Promised = Pick<Operation, "kind" | "subject" | "subjectId" | "amount">;

/** The changes of a player that maps have decided and the world state has not carried out. */
export type PromisesOf = (this: void, guid: number) => readonly Promised[];

const NOTHING: readonly Promised[] = [];

/** What the map states have answered with true: the world's must not decide otherwise. Where there are no map states, nothing. */
export class MapPromises {
  private promisesOf: PromisesOf | undefined;

  /** From now on `promisesOf` tells. */
  askFrom(promisesOf: PromisesOf): void {
    this.promisesOf = promisesOf;
  }

  /** How much of the currency maps have promised to give, or to take. */
  amount(guid: number, kind: PaymentKind, currencyId: number): number {
    let amount = 0;
    for (const promised of this.of(guid)) {
      if (promised.kind === kind && promised.subjectId === currencyId) amount += promised.amount;
    }
    return amount;
  }

  hasUnlock(guid: number, type: UnlockType, unlockId: number): boolean {
    for (const { kind, subject, subjectId } of this.of(guid)) {
      if (kind === "unlock" && subject === type && subjectId === unlockId) return true;
    }
    return false;
  }

  private of(guid: number): readonly Promised[] {
    return this.promisesOf === undefined ? NOTHING : this.promisesOf(guid);
  }
}
