import { isPayment } from "../../../shared/profile/operation";
import { type LedgerRow, queuedChanges, recentLedger } from "../tables/recent-ledger";
import type { Command } from "./command";
import { readPlayer } from "./player-argument";

const SHOWN = 10;

function subjectText({ kind, subject, subjectId }: LedgerRow): string {
  if (isPayment(kind)) return `currency ${subjectId.toFixed(0)}`;
  return kind === "unlock" ? `${subject} ${subjectId.toFixed(0)}` : subject;
}

function rowText(row: LedgerRow): string {
  const amount = row.kind === "unlock" || row.kind === "delete" ? "" : ` ${row.amount.toFixed(0)}`;
  const applied = row.applied === row.amount ? "" : ` (changed by ${row.applied.toFixed(0)})`;
  const cause = row.cause === "" ? "" : `, ${row.cause}`;
  const what = `${row.kind} ${subjectText(row)}${amount}${amount === "" ? "" : applied}`;
  return `${row.happenedAt} ${what}: ${row.source}${cause}`;
}

export const ledger: Command = ({ link }, caller, [word]) => {
  const player = readPlayer(word, caller);
  if (player.problem !== undefined) return player.problem;
  if (link.boot() === undefined) {
    caller.say("the tables are waited for: there is no ledger to read yet");
    return undefined;
  }
  const rows = recentLedger(player.guid, SHOWN);
  const queued = queuedChanges(player.guid).toFixed(0);
  caller.say(`${player.label}: the last ${rows.length.toFixed(0)} changes, ${queued} more in the queue`);
  for (const row of rows) caller.say(rowText(row));
  return undefined;
};
