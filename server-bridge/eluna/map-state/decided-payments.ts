import type { PaymentKind } from "../../../shared/profile/operation";
import { MAXIMUM_AMOUNT } from "../../../shared/catalog/number-types";
import { textOf } from "../../../shared/language/text-of";
import { logError } from "../engine/log";
import type { Realm } from "../realm/realm";
import type { RequestStanding } from "../wallet/requests";
import type { Payment } from "../wallet/wallet";
import type { ChangeRequest } from "./change-text";
import { RareLine } from "./rare-line";

function paymentOf({ subjectId, amount, source, cause, requestId }: ChangeRequest): Payment {
  const name = requestId === "" ? undefined : requestId;
  return { currencyId: subjectId, amount, source, cause, requestId: name };
}

/** "50 of currency 2 (chest, request order-1)" */
function describe({ subjectId, amount, source, requestId }: ChangeRequest): string {
  const name = requestId === "" ? "" : `, request ${requestId}`;
  return `${amount.toFixed(0)} of currency ${subjectId.toFixed(0)} (${source}${name})`;
}

/**
 * Carries out the payments that maps have decided. Their scripts were answered with true, so limits are overrun rather than a
 * payment refused; what cannot be had or kept stands in the log.
 */
export class DecidedPayments {
  /** Incomes that have passed a weekly cap since the script started. */
  readonly beyondCaps = new RareLine();

  constructor(private readonly realm: Realm) {}

  /** A question that fails is asked again: a change that was left out would be one that was promised. */
  standing(request: ChangeRequest, kind: PaymentKind): RequestStanding {
    const { players, wallet } = this.realm;
    const ask = (): RequestStanding =>
      wallet.standing(players.record(request.player), kind, paymentOf(request));
    const [succeeded, standing] = pcall(ask);
    if (succeeded) return standing;
    logError(`a change of a map has to wait: ${textOf(standing)}`);
    return "not_ready";
  }

  /** A name is paid once: where it stands for another request, or nobody can tell, the income is left out. */
  earn(request: ChangeRequest, standing: RequestStanding): void {
    const player = `player ${request.player.toFixed(0)}`;
    if (standing === "repeated") return;
    if (standing !== "new") {
      return logError(`${player} did not get ${describe(request)} that a map had promised: ${standing}`);
    }
    const { caps, players, wallet } = this.realm;
    const record = players.record(request.player);
    const { amount, subjectId } = request;
    const tooMuch = amount - (MAXIMUM_AMOUNT - wallet.balance(record, subjectId));
    const beyond = amount - (caps.room(record, subjectId) ?? amount);
    wallet.give(record, paymentOf(request));
    const got = `${player} got ${describe(request)} on a map, and`;
    if (tooMuch > 0) logError(`${got} ${tooMuch.toFixed(0)} of it had no room`);
    if (beyond > 0) this.beyondCaps.add(`${got} ${beyond.toFixed(0)} of it were beyond the weekly cap`);
  }

  /** The goods are out: a name that stands for another request is left to that one, and where nobody can tell it is paid. */
  spend(request: ChangeRequest, standing: RequestStanding): void {
    if (standing === "repeated") return;
    const { players, wallet } = this.realm;
    const isNameFree = standing !== "id_in_use";
    const payment = paymentOf(isNameFree ? request : { ...request, requestId: "" });
    const record = players.record(request.player);
    const missing = request.amount - wallet.balance(record, request.subjectId);
    wallet.take(record, payment);
    if (missing <= 0) return;
    const spent = `player ${request.player.toFixed(0)} spent ${describe(request)} on a map`;
    logError(`${spent}, and ${missing.toFixed(0)} of it were gone already`);
  }
}
