import { findUnlockType } from "../../../shared/catalog/unlock-types";
import { checkChange } from "../../../shared/profile/check-operation";
import {
  checkGuid,
  checkRequestId,
  checkSource,
  type Complaint,
} from "../../../shared/profile/check-arguments";
import { findRequestKind, type RequestKind, storedSubject } from "../../../shared/profile/operation";
import { now } from "../engine/clock";
import type { Realm } from "../realm/realm";
import type { RequestStanding } from "../wallet/requests";
import { type ChangeRequest, readChange } from "./change-text";
import { DecidedPayments } from "./decided-payments";
import type { ProfilePublisher } from "./profile-publisher";
import { RareLine } from "./rare-line";

function changeStat({ players }: Realm, request: ChangeRequest, kind: "add" | "set"): void {
  const { player, amount, source, cause } = request;
  const subject = storedSubject(kind, request.subject);
  players.apply(players.record(player), { kind, subject, subjectId: 0, amount, source, cause });
}

function unlock({ unlocks }: Realm, request: ChangeRequest): void {
  const { player: guid, subject, subjectId: unlockId, source, cause } = request;
  const type = findUnlockType(subject)?.name;
  if (type !== undefined) unlocks.grant({ guid, type, unlockId, source, cause });
}

function check(request: ChangeRequest, kind: RequestKind | undefined): Complaint {
  const { source, cause, requestId } = request;
  return (
    checkSource("source", source) ??
    (cause === "" ? undefined : checkSource("cause", cause)) ??
    (requestId === "" ? undefined : checkRequestId(requestId)) ??
    (kind === undefined ? `there is no kind '${request.kind}'` : checkChange(kind, request))
  );
}

/** The world's end of the way that changes take from the states of maps: checked as a request of another program is. */
export class ChangeReceiver {
  /** What was refused since the script started. */
  readonly refused = new RareLine();
  private readonly payments: DecidedPayments;
  /** By player, in their order: of the name of the first, the ledger says nothing. */
  private readonly waiting = new LuaTable<number, ChangeRequest[]>();
  /** Unix seconds of the last question about those. */
  private askedAt = 0;
  private isStopping = false;

  constructor(
    private readonly realm: Realm,
    private readonly publisher: ProfilePublisher,
  ) {
    this.payments = new DecidedPayments(realm);
  }

  take(json: string): void {
    const { request, problem } = readChange(json);
    const complaint = request === undefined ? problem : checkGuid(request.player);
    if (request === undefined || complaint !== undefined) return this.refuse(complaint);
    const queue = this.waiting.get(request.player) as ChangeRequest[] | undefined;
    if (queue === undefined) this.work(request.player, [request], false);
    else queue.push(request);
  }

  /** Once a tick: those who wait are tried again once a second. */
  tick(): void {
    if (next(this.waiting)[0] === undefined || this.askedAt === now()) return;
    this.askedAt = now();
    for (const [guid, queue] of this.waiting) this.tryWork(guid, queue, false);
  }

  /** The server stops: commands that maps give from now on are not run any more. */
  stop(): void {
    this.isStopping = true;
  }

  /** The script is about to end: nothing may wait any more. */
  finish(): void {
    for (const [guid, queue] of this.waiting) while (queue.length > 0) this.tryWork(guid, queue, true);
    if (!this.isStopping) return;
    for (const request of this.publisher.undelivered()) this.tryWork(request.player, [request], true);
  }

  /** A player's change that fails takes nobody else's along. */
  private tryWork(guid: number, queue: ChangeRequest[], isLast: boolean): void {
    this.realm.boundary.run("a change of a map", () => this.work(guid, queue, isLast));
  }

  /** A player's changes are carried out in their order: numbers rise. What raises is not tried again. */
  private work(guid: number, queue: ChangeRequest[], isLast: boolean): void {
    let request = queue.shift();
    while (request !== undefined && this.carryOut(request, isLast)) request = queue.shift();
    if (request === undefined) {
      this.waiting.delete(guid);
      return;
    }
    queue.unshift(request);
    this.waiting.set(guid, queue);
  }

  /** Returns false for what has to wait. Otherwise the number is taken, whatever comes of it. */
  private carryOut(request: ChangeRequest, isLast: boolean): boolean {
    const kind = findRequestKind(request.kind);
    const complaint = check(request, kind);
    const isPayment = complaint === undefined && (kind === "earn" || kind === "spend");
    const standing = isPayment ? this.payments.standing(request, kind) : "new";
    if (standing === "not_ready" && !isLast) return false;
    this.publisher.take(request.player, request.number);
    if (complaint !== undefined || kind === undefined) this.refuse(complaint);
    else this.make(request, kind, standing);
    return true;
  }

  private make(request: ChangeRequest, kind: RequestKind, standing: RequestStanding): void {
    if (kind === "earn") this.payments.earn(request, standing);
    else if (kind === "spend") this.payments.spend(request, standing);
    else if (kind === "unlock") unlock(this.realm, request);
    else changeStat(this.realm, request, kind);
  }

  private refuse(complaint: Complaint): void {
    this.refused.add(`refused a change of a map: ${complaint ?? "it is none"}`);
  }
}
