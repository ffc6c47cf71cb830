import type { Complaint } from "../../../shared/language/complaint";
import { checkChange, type ChangeNames } from "../../../shared/profile/check-operation";
import { checkGuid, checkRequestId, checkSource } from "../../../shared/profile/check-arguments";
import { findRequestKind, isPayment, type RequestKind } from "../../../shared/profile/operation";
import type { InboxRow } from "../tables/inbox-table";
import { EVENT_KIND } from "../tables/request-ledger";

/** The column of the player's low GUID. */
export const PLAYER_COLUMN = "player_guid";
/** The columns of what scripts call otherwise. */
const COLUMNS: ChangeNames = { currencyId: "subject_id", unlockId: "subject_id", value: "amount" };

function checkName(kind: string, name: string): Complaint {
  return name === "" && !isPayment(kind) ? "name must not be empty" : undefined;
}

function checkOperation(row: InboxRow, kind: RequestKind): Complaint {
  const { name: subject, subjectId, amount } = row;
  return (
    checkGuid(row.player, PLAYER_COLUMN) ??
    checkChange(kind, { subject, subjectId, amount }, COLUMNS) ??
    checkSource("source", row.source)
  );
}

/** What is wrong with the columns of a row, by their names. Of an event only what its own check does not look at. */
export function checkRow(row: InboxRow): Complaint {
  const { kind: word, name, requestId, source } = row;
  const kind = findRequestKind(word);
  if (kind === undefined && word !== EVENT_KIND) return `there is no kind '${word}'`;
  const complaint = checkName(word, name) ?? (kind === undefined ? undefined : checkOperation(row, kind));
  if (complaint !== undefined || requestId === undefined) return complaint;
  return checkRequestId(requestId, "request_id") ?? checkSource("source", source);
}
