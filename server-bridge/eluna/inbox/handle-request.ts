import { findProfileField } from "../../../shared/catalog/profile-fields";
import { findUnlockType } from "../../../shared/catalog/unlock-types";
import type { EventBus } from "../../../shared/events/event-bus";
import {
  checkAmount,
  checkCurrencyId,
  checkDelta,
  checkGuid,
  checkSource,
  checkStat,
  checkUnlock,
  checkValue,
  type Complaint,
} from "../../../shared/profile/check-operation";
import type { PlayerProfileManager } from "../realm/player-profile-manager";
import type { Players } from "../realm/players";
import type { InboxRow } from "../tables/inbox-table";
import { checkEvent } from "./check-event";
import { readPayload } from "./inbox-event";

/** What a request works on. */
export interface RequestTarget {
  readonly bus: EventBus;
  readonly players: Players;
  readonly profiles: PlayerProfileManager;
}

/** Why a request was refused; undefined when it was carried out. */
type Refusal = Complaint;

/** The name under which the ledger knows what a row of the inbox led to. */
export function requestIdOf(row: InboxRow): string {
  return `inbox:${row.id.toFixed(0)}@${row.createdAt}`;
}

function publish({ bus }: RequestTarget, row: InboxRow): Refusal {
  const payload = readPayload(row.payload);
  if (payload.problem !== undefined) return payload.problem;
  if (!bus.HasEventType(row.name)) return `there is no event type '${row.name}'`;
  const input = { type: row.name, player: row.player, data: payload.data };
  const complaint = checkEvent(input);
  if (complaint === undefined) bus.Publish(input);
  return complaint;
}

function changeStat({ players }: RequestTarget, row: InboxRow, kind: "add" | "set"): Refusal {
  const value = kind === "add" ? checkDelta(row.amount) : checkValue(row.name, row.amount);
  const complaint =
    checkGuid(row.player) ?? checkStat(row.name) ?? value ?? checkSource("source", row.source);
  const field = findProfileField(row.name);
  if (complaint !== undefined || field === undefined) return complaint;
  const { amount, source } = row;
  const operation = { kind, subject: field.column, subjectId: 0, amount, source, cause: "inbox" };
  players.apply(players.record(row.player), operation, requestIdOf(row));
  return undefined;
}

function pay({ profiles }: RequestTarget, row: InboxRow, kind: "earn" | "spend"): Refusal {
  const { player, subjectId, amount, source } = row;
  const complaint =
    checkGuid(player) ?? checkCurrencyId(subjectId) ?? checkAmount(amount) ?? checkSource("source", source);
  if (complaint !== undefined) return complaint;
  const [done, reason] =
    kind === "earn"
      ? profiles.AddCurrency(player, subjectId, amount, source, requestIdOf(row))
      : profiles.SpendCurrency(player, subjectId, amount, source, requestIdOf(row));
  return done ? undefined : reason;
}

function unlock({ profiles }: RequestTarget, row: InboxRow): Refusal {
  const { player, name, subjectId, source } = row;
  const complaint = checkGuid(player) ?? checkUnlock(name, subjectId) ?? checkSource("source", source);
  if (complaint !== undefined) return complaint;
  const type = findUnlockType(name)?.name ?? name;
  return profiles.GrantUnlock(player, type, subjectId, source, requestIdOf(row))
    ? undefined
    : "the player has it already";
}

/** Carries a request out, or says why not. The kinds are those of `dc_inbox.kind`. */
export function handleRequest(target: RequestTarget, row: InboxRow): Refusal {
  if (row.kind === "event") return publish(target, row);
  if (row.kind === "add" || row.kind === "set") return changeStat(target, row, row.kind);
  if (row.kind === "earn" || row.kind === "spend") return pay(target, row, row.kind);
  if (row.kind === "unlock") return unlock(target, row);
  return `there is no kind '${row.kind}'`;
}
