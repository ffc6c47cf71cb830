import type { EventBus } from "../../../shared/events/event-bus";
import { checkChange } from "../../../shared/profile/check-change";
import { checkGuid, checkSource, type Complaint } from "../../../shared/profile/check-operation";
import { findRequestKind, type RequestKind, storedSubject } from "../../../shared/profile/operation";
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

function changeStat({ players }: RequestTarget, row: InboxRow, kind: "add" | "set"): void {
  const { amount, source } = row;
  const subject = storedSubject(kind, row.name);
  const operation = { kind, subject, subjectId: 0, amount, source, cause: "inbox" };
  players.apply(players.record(row.player), operation, requestIdOf(row));
}

function pay({ profiles }: RequestTarget, row: InboxRow, kind: "earn" | "spend"): Refusal {
  const { player, subjectId, amount, source } = row;
  const [done, reason] =
    kind === "earn"
      ? profiles.AddCurrency(player, subjectId, amount, source, requestIdOf(row))
      : profiles.SpendCurrency(player, subjectId, amount, source, requestIdOf(row));
  return done ? undefined : reason;
}

function unlock({ profiles }: RequestTarget, row: InboxRow): Refusal {
  const { player, name, subjectId, source } = row;
  return profiles.GrantUnlock(player, name, subjectId, source, requestIdOf(row))
    ? undefined
    : "the player has it already";
}

function checkRow(row: InboxRow, kind: RequestKind): Complaint {
  const { name: subject, subjectId, amount } = row;
  return (
    checkGuid(row.player) ??
    checkChange(kind, { subject, subjectId, amount }) ??
    checkSource("source", row.source)
  );
}

/** Carries a request out, or says why not. The kinds are those of `dc_inbox.kind`. */
export function handleRequest(target: RequestTarget, row: InboxRow): Refusal {
  if (row.kind === "event") return publish(target, row);
  const kind = findRequestKind(row.kind);
  if (kind === undefined) return `there is no kind '${row.kind}'`;
  const complaint = checkRow(row, kind);
  if (complaint !== undefined) return complaint;
  if (kind === "earn" || kind === "spend") return pay(target, row, kind);
  if (kind === "unlock") return unlock(target, row);
  changeStat(target, row, kind);
  return undefined;
}
