import type { Complaint } from "../../../shared/language/complaint";
import type { EventBus } from "../../../shared/events/event-bus";
import {
  findRequestKind,
  isPayment,
  type Operation,
  type RequestKind,
} from "../../../shared/profile/operation";
import type { Players } from "../players/players";
import { applyRequest } from "../wallet/apply-request";
import type { Unlocks } from "../wallet/unlocks";
import type { Wallet } from "../wallet/wallet";
import { hasCharacter } from "../tables/characters-table";
import { notePublished } from "../tables/inbox-events-table";
import type { InboxRow } from "../tables/inbox-table";
import { checkEvent } from "../../../shared/emit/check-event";
import { PLAYER_COLUMN } from "./check-row";
import { readPayload } from "../../../shared/emit/read-payload";
import { operationOf, requestNameOf, requestRowOf } from "./row-request";

/** What a request works on. */
export interface RequestTarget {
  readonly bus: EventBus;
  readonly players: Players;
  readonly wallet: Wallet;
  readonly unlocks: Unlocks;
}

/** What an event is answered that was not published, because the database did not say whether its name was noted. */
const NAME_IN_DOUBT = "name_in_doubt";

/** Why a request was refused; undefined when it was carried out. */
type Refusal = Complaint;

/** What would be given to nobody would go to whoever is the next to get the low GUID. */
function checkPlayer({ players }: RequestTarget, guid: number): Complaint {
  const isKnown = players.records.find(guid)?.online === true || hasCharacter(guid) !== false;
  return isKnown ? undefined : `${PLAYER_COLUMN}: there is no character ${guid.toFixed(0)}`;
}

function publish(target: RequestTarget, row: InboxRow, bootId: number): Refusal {
  const { bus } = target;
  const { name: type, player, requestId } = row;
  const payload = readPayload(row.payload);
  if (payload.problem !== undefined) return payload.problem;
  if (!bus.HasEventType(type)) return `there is no event type '${type}'`;
  const input = { type, player, data: payload.data };
  const complaint =
    checkEvent(input, PLAYER_COLUMN) ?? (player === 0 ? undefined : checkPlayer(target, player));
  if (complaint !== undefined) return complaint;
  const isNoted = requestId === undefined || notePublished(requestNameOf(row), requestRowOf(row), bootId);
  if (isNoted !== true) return isNoted === undefined ? NAME_IN_DOUBT : "not_ready";
  bus.Publish(input);
  return undefined;
}

function pay(target: RequestTarget, row: InboxRow, operation: Operation): Refusal {
  const { wallet } = target;
  const { kind, subjectId: currencyId, amount, source, cause } = operation;
  const record = target.players.record(row.player);
  const requestId = requestNameOf(row);
  const payment = { currencyId, amount, source, cause, requestId, isNew: true } as const;
  const [done, reason] = kind === "earn" ? wallet.earn(record, payment) : wallet.spend(record, payment);
  return done ? undefined : reason;
}

function change(target: RequestTarget, row: InboxRow, kind: RequestKind): Refusal {
  const complaint = checkPlayer(target, row.player);
  if (complaint !== undefined) return complaint;
  const operation = operationOf(row, kind);
  if (isPayment(kind)) return pay(target, row, operation);
  const done = applyRequest(target, row.player, operation, requestNameOf(row));
  return done ? undefined : "the player has it already";
}

/**
 * Carries out a request whose columns are right and whose name stands for nothing yet, or says why not. The kinds are those of
 * `dc_inbox.kind`.
 */
export function handleRequest(target: RequestTarget, row: InboxRow, bootId: number): Refusal {
  const kind = findRequestKind(row.kind);
  return kind === undefined ? publish(target, row, bootId) : change(target, row, kind);
}
