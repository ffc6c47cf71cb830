import { findUnlockType } from "../../../shared/catalog/unlock-types";
import { checkChange } from "../../../shared/profile/check-change";
import {
  checkGuid,
  checkRequestId,
  checkSource,
  type Complaint,
} from "../../../shared/profile/check-operation";
import { findRequestKind, type RequestKind, storedSubject } from "../../../shared/profile/operation";
import { logError } from "../engine/log";
import { grantUnlock } from "../realm/grant-unlock";
import type { Realm } from "../realm/realm";
import type { Payment } from "../realm/wallet";
import { type ChangeRequest, readChange } from "./change-text";
import type { ProfilePublisher } from "./profile-publisher";
import { RareLine } from "./rare-line";

function changeStat({ players }: Realm, request: ChangeRequest, kind: "add" | "set"): void {
  const { player, amount, source, cause } = request;
  const subject = storedSubject(kind, request.subject);
  players.apply(players.record(player), { kind, subject, subjectId: 0, amount, source, cause });
}

function paymentOf({ subjectId, amount, source, cause, requestId }: ChangeRequest): Payment {
  return {
    currencyId: subjectId,
    amount,
    source,
    requestId: requestId === "" ? undefined : requestId,
    cause,
  };
}

function earn({ players, wallet }: Realm, request: ChangeRequest): Complaint {
  const [done, reason] = wallet.earn(players.record(request.player), paymentOf(request));
  return done ? undefined : reason;
}

function spend({ players, wallet }: Realm, request: ChangeRequest): void {
  const { player, subjectId, amount, source } = request;
  const short = wallet.spendDecided(players.record(player), paymentOf(request));
  if (short > 0) {
    const what = `${amount.toFixed(0)} of currency ${subjectId.toFixed(0)} (${source})`;
    logError(
      `player ${player.toFixed(0)} spent ${what} on a map, and ${short.toFixed(0)} of it were gone already`,
    );
  }
}

function unlock({ players, definitions }: Realm, request: ChangeRequest): void {
  const { player: guid, subject, subjectId: unlockId, source, cause } = request;
  const type = findUnlockType(subject)?.name;
  if (type !== undefined) grantUnlock(players, definitions, { guid, type, unlockId, source, cause });
}

function check(request: ChangeRequest, kind: RequestKind | undefined): Complaint {
  const { player, source, cause, requestId } = request;
  return (
    checkGuid(player) ??
    checkSource("source", source) ??
    (cause === "" ? undefined : checkSource("cause", cause)) ??
    (requestId === "" ? undefined : checkRequestId(requestId)) ??
    (kind === undefined ? `there is no kind '${request.kind}'` : checkChange(kind, request))
  );
}

function carryOut(realm: Realm, request: ChangeRequest): Complaint {
  const kind = findRequestKind(request.kind);
  const complaint = check(request, kind);
  if (complaint !== undefined || kind === undefined) return complaint;
  if (kind === "earn") return earn(realm, request);
  if (kind === "spend") spend(realm, request);
  else if (kind === "unlock") unlock(realm, request);
  else changeStat(realm, request, kind);
  return undefined;
}

/** The world's end of the way that changes take from the states of maps: checked as a request of another program is. */
export class ChangeReceiver {
  /** What was refused since the script started. */
  readonly refused = new RareLine();

  constructor(
    private readonly realm: Realm,
    private readonly publisher: ProfilePublisher,
  ) {}

  take(json: string): void {
    const { request, problem } = readChange(json);
    const complaint = request === undefined ? problem : this.carryOut(request);
    if (complaint !== undefined) this.refused.add(`refused a change of a map: ${complaint}`);
  }

  /** The number is taken whatever comes of it: what is refused does not wait any more. */
  private carryOut(request: ChangeRequest): Complaint {
    if (checkGuid(request.player) === undefined) this.publisher.take(request.player, request.number);
    return carryOut(this.realm, request);
  }
}
