import type { Complaint } from "../../../shared/language/complaint";
import { checkChange } from "../../../shared/profile/check-operation";
import { checkGuid, checkRequestId, checkSource } from "../../../shared/profile/check-arguments";
import { requestedOperation } from "../../../shared/profile/make-operation";
import { findRequestKind, isPayment, type RequestKind } from "../../../shared/profile/operation";
import { now } from "../engine/clock";
import type { Realm } from "../realm/realm";
import { applyRequest } from "../wallet/apply-request";
import type { RequestStanding } from "../wallet/requests";
import { type ChangeRequest, readChange } from "./change-text";
import { DecidedPayments } from "./decided-payments";
import type { ProfilePublisher } from "./profile-publisher";
import { RareLine } from "./rare-line";

function check(request: ChangeRequest, kind: RequestKind | undefined): Complaint {
  const { source, cause, requestId } = request;
  return (
    checkSource("source", source) ??
    (cause === "" ? undefined : checkSource("cause", cause)) ??
    (requestId === "" ? undefined : checkRequestId(requestId)) ??
    (kind === undefined ? `there is no kind '${request.kind}'` : checkChange(kind, request))
  );
}

/** The world's end of the way that changes take from the map states: checked as a request of another program is. */
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
    const asks = complaint === undefined && kind !== undefined && isPayment(kind);
    const standing = asks ? this.payments.standing(request, kind) : "new";
    if (standing === "not_ready" && !isLast) return false;
    this.publisher.take(request.player, request.number);
    if (complaint !== undefined || kind === undefined) this.refuse(complaint);
    else this.make(request, kind, standing);
    return true;
  }

  private make(request: ChangeRequest, kind: RequestKind, standing: RequestStanding): void {
    if (kind === "earn") this.payments.earn(request, standing);
    else if (kind === "spend") this.payments.spend(request, standing);
    else applyRequest(this.realm, request.player, requestedOperation(kind, request));
  }

  private refuse(complaint: Complaint): void {
    this.refused.add(`refused a change of a map: ${complaint ?? "it is none"}`);
  }
}
