import { checkGuid } from "../../../shared/profile/check-arguments";
import type { JournalEntry } from "./journal-entry";

/**
 * What goes to the tables in the place of an entry that cannot be written. Its number has to come, because the bridge waits for a
 * gap; that no stat has this name makes the bridge put it into `dc_journal_rejected`, where an admin finds it.
 */
export function standIn({ player, happenedAt, previous }: JournalEntry): JournalEntry {
  return {
    player: { guid: checkGuid(player.guid) === undefined ? player.guid : 0, accountId: 0 },
    operation: { kind: "add", subject: "unwritable", subjectId: 0, amount: 0, source: "journal", cause: "" },
    happenedAt,
    previous,
  };
}
