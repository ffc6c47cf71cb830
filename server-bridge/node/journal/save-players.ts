import { UNLOCK_TYPES } from "../../../shared/catalog/unlock-types";
import type { PoolConnection } from "../database/pool";
import { execute } from "../database/query";
import { literal, timestampLiteral } from "../database/statement-text";
import type { Drafts } from "./load-players";
import { PLAYER_TABLES } from "./player-tables";
import type { NewUnlock, PlayerDraft } from "./player-draft";
import { PROFILE_COLUMN_NAMES, profileLiterals } from "./profile-columns";
import { insertNew, overwrite, type WriteTarget } from "./write-rows";

const PROFILES: WriteTarget = {
  table: "dc_player_profile",
  keyColumns: ["player_guid"],
  valueColumns: ["account_id", ...PROFILE_COLUMN_NAMES, "foreign_at"],
};
const CURRENCIES: WriteTarget = {
  table: "dc_player_currencies",
  keyColumns: ["player_guid", "currency_id"],
  valueColumns: ["amount", "total_earned", "total_spent", "last_updated", "foreign_at"],
};
const UNLOCKS: WriteTarget = {
  table: "dc_player_unlocks",
  keyColumns: ["player_guid", "unlock_type", "unlock_id"],
  valueColumns: ["source_system", "unlocked_at", "foreign_at"],
};

/** The rows of one table: those that were there when the batch read them, and those that were not. */
interface RowTexts {
  readonly present: string[];
  readonly absent: string[];
}

function profileText(draft: PlayerDraft): string {
  const row = draft.profileRow;
  const account = row === undefined || row.account === 0 ? draft.account : row.account;
  const values = [
    literal(draft.guid),
    literal(account),
    ...profileLiterals(draft.state.fields),
    literal(row?.mark),
  ];
  return `(${values.join(",")})`;
}

function profileTexts(drafts: readonly PlayerDraft[]): RowTexts {
  const texts: RowTexts = { present: [], absent: [] };
  for (const draft of drafts) {
    if (!draft.profileTouched) continue;
    (draft.profileRow === undefined ? texts.absent : texts.present).push(profileText(draft));
  }
  return texts;
}

function walletText(draft: PlayerDraft, id: number): string {
  const { balances, earned, spent } = draft.state;
  const figures = [balances[id] ?? 0, earned[id] ?? 0, spent[id] ?? 0];
  const numbers = [draft.guid, id, ...figures].map(literal).join(",");
  return `(${numbers},CURRENT_TIMESTAMP,${literal(draft.walletMarks.get(id))})`;
}

function walletTexts(drafts: readonly PlayerDraft[]): RowTexts {
  const texts: RowTexts = { present: [], absent: [] };
  for (const draft of drafts) {
    for (const id of [...draft.touchedWallets].sort((a, b) => a - b)) {
      (draft.walletMarks.has(id) ? texts.present : texts.absent).push(walletText(draft, id));
    }
  }
  return texts;
}

const RANK_OF_TYPE = new Map<string, number>(UNLOCK_TYPES.map((type, rank) => [type.name, rank]));

function byKey(a: NewUnlock, b: NewUnlock): number {
  return (RANK_OF_TYPE.get(a.type) ?? 0) - (RANK_OF_TYPE.get(b.type) ?? 0) || a.id - b.id;
}

function unlockTexts(drafts: readonly PlayerDraft[]): string[] {
  const texts: string[] = [];
  for (const { guid, newUnlocks } of drafts) {
    for (const { type, id, source, happenedAt } of newUnlocks.sort(byKey)) {
      const key = [guid, type, id].map(literal).join(",");
      texts.push(`(${key},${literal(source)},${timestampLiteral(happenedAt)},NULL)`);
    }
  }
  return texts;
}

async function deleteRows(connection: PoolConnection, drafts: readonly PlayerDraft[]): Promise<void> {
  for (const draft of drafts) {
    if (!draft.deleted) continue;
    for (const table of PLAYER_TABLES) {
      await execute(
        connection,
        `DELETE held FROM ${table} held FORCE INDEX (PRIMARY) WHERE held.player_guid = ?`,
        [draft.guid],
      );
    }
  }
}

/** Writes what the batch made of its players, in the order of the primary keys. */
export async function savePlayers(connection: PoolConnection, drafts: Drafts): Promise<void> {
  const inOrder = [...drafts.values()].sort((a, b) => a.guid - b.guid);
  await deleteRows(connection, inOrder);
  const profiles = profileTexts(inOrder);
  await overwrite(connection, PROFILES, profiles.present);
  await insertNew(connection, PROFILES, profiles.absent);
  const wallets = walletTexts(inOrder);
  await overwrite(connection, CURRENCIES, wallets.present);
  await insertNew(connection, CURRENCIES, wallets.absent);
  await insertNew(connection, UNLOCKS, unlockTexts(inOrder));
}
