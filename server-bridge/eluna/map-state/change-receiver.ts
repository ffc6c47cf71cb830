import { findProfileField } from "../../../shared/catalog/profile-fields";
import { findUnlockType } from "../../../shared/catalog/unlock-types";
import {
  checkAmount,
  checkCurrencyId,
  checkDelta,
  checkGuid,
  checkRequestId,
  checkSource,
  checkStat,
  checkUnlock,
  checkValue,
  type Complaint,
} from "../../../shared/profile/check-operation";
import { logError } from "../engine/log";
import type { Realm } from "../realm/realm";
import { type ChangeRequest, readChange } from "./change-text";
import type { ProfilePublisher } from "./profile-publisher";
import { RareLine } from "./rare-line";

function change({ players }: Realm, request: ChangeRequest, kind: "add" | "set"): Complaint {
  const { player, subject, amount, source, cause } = request;
  const value = kind === "add" ? checkDelta(amount) : checkValue(subject, amount);
  const field = findProfileField(subject);
  const complaint = checkStat(subject) ?? value;
  if (complaint !== undefined || field === undefined) return complaint;
  players.apply(players.record(player), { kind, subject: field.column, subjectId: 0, amount, source, cause });
  return undefined;
}

function pay({ players, wallet }: Realm, request: ChangeRequest): Complaint {
  const { player, kind, subjectId, amount, source, cause } = request;
  const complaint = checkCurrencyId(subjectId) ?? checkAmount(amount);
  if (complaint !== undefined) return complaint;
  const requestId = request.requestId === "" ? undefined : request.requestId;
  const payment = { currencyId: subjectId, amount, source, requestId, cause };
  const record = players.record(player);
  if (kind === "earn") {
    const [done, reason] = wallet.earn(record, payment);
    return done ? undefined : reason;
  }
  const short = wallet.spendDecided(record, payment);
  if (short > 0) {
    const what = `${amount.toFixed(0)} of currency ${subjectId.toFixed(0)} (${source})`;
    logError(
      `player ${player.toFixed(0)} spent ${what} on a map, and ${short.toFixed(0)} of it were gone already`,
    );
  }
  return undefined;
}

function unlock({ players, definitions }: Realm, request: ChangeRequest): Complaint {
  const { player, subject, subjectId, source, cause } = request;
  const complaint = checkUnlock(subject, subjectId);
  const type = findUnlockType(subject)?.name;
  if (complaint !== undefined || type === undefined) return complaint;
  const record = players.record(player);
  if (record.state.unlocks[type]?.[subjectId] !== undefined) return undefined;
  players.apply(record, { kind: "unlock", subject: type, subjectId, amount: 0, source, cause });
  players.announce(record, definitions.notice(type, subjectId, source));
  return undefined;
}

function carryOut(realm: Realm, request: ChangeRequest): Complaint {
  const { player, kind, source, cause, requestId } = request;
  const complaint =
    checkGuid(player) ??
    checkSource("source", source) ??
    (cause === "" ? undefined : checkSource("cause", cause)) ??
    (requestId === "" ? undefined : checkRequestId(requestId));
  if (complaint !== undefined) return complaint;
  if (kind === "add" || kind === "set") return change(realm, request, kind);
  if (kind === "earn" || kind === "spend") return pay(realm, request);
  return kind === "unlock" ? unlock(realm, request) : `there is no kind '${kind}'`;
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
