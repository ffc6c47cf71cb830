import { MAXIMUM_AMOUNT } from "../../../shared/catalog/number-types";
import { findUnlockType, UNLOCK_TYPES } from "../../../shared/catalog/unlock-types";
import type { PoolConnection } from "../database/pool";
import { select, textOrNothing, wholeNumber } from "../database/query";
import { inChunks, KEYS_PER_STATEMENT, literal } from "../database/statement-text";
import type { AcceptedOperation } from "./journal-row";
import { PlayerDraft } from "./player-draft";
import { PROFILE_SELECT_LIST, readProfileFields } from "./profile-columns";

export type Drafts = ReadonlyMap<number, PlayerDraft>;

/** Operations by player, each with the key that its row has in its table. */
type KeysOfPlayers = Map<number, Set<number>>;

function note(keys: KeysOfPlayers, player: number, key: number): void {
  const ofPlayer = keys.get(player);
  if (ofPlayer === undefined) keys.set(player, new Set([key]));
  else ofPlayer.add(key);
}

/** In the order of the primary key: bridges that lock rows in one order wait for each other and never in a circle. */
function sorted(keys: Iterable<number>): number[] {
  return [...keys].sort((a, b) => a - b);
}

function conditions(keys: KeysOfPlayers, column: string): string[] {
  const texts: string[] = [];
  for (const player of sorted(keys.keys())) {
    const ids = sorted(keys.get(player) ?? []).map(literal);
    for (const chunk of inChunks(ids, KEYS_PER_STATEMENT)) {
      texts.push(`(player_guid = ${literal(player)} AND ${column} IN (${chunk.join(",")}))`);
    }
  }
  return texts;
}

async function loadProfiles(connection: PoolConnection, drafts: Drafts, players: Set<number>): Promise<void> {
  for (const chunk of inChunks(sorted(players), KEYS_PER_STATEMENT)) {
    const rows = await select(
      connection,
      `SELECT player_guid, account_id, ${PROFILE_SELECT_LIST}, foreign_at
       FROM dc_player_profile FORCE INDEX (PRIMARY)
       WHERE player_guid IN (${chunk.map(literal).join(",")}) ORDER BY player_guid FOR UPDATE`,
    );
    for (const row of rows) {
      const draft = drafts.get(wholeNumber(row.player_guid));
      if (draft === undefined) continue;
      readProfileFields(row, draft.state.fields);
      draft.profileRow = { account: wholeNumber(row.account_id), mark: textOrNothing(row.foreign_at) };
    }
  }
}

async function loadWallets(connection: PoolConnection, drafts: Drafts, keys: KeysOfPlayers): Promise<void> {
  for (const chunk of inChunks(conditions(keys, "currency_id"), KEYS_PER_STATEMENT)) {
    const rows = await select(
      connection,
      `SELECT player_guid, currency_id, amount, total_earned, total_spent, foreign_at
       FROM dc_player_currencies FORCE INDEX (PRIMARY)
       WHERE ${chunk.join(" OR ")} ORDER BY player_guid, currency_id FOR UPDATE`,
    );
    for (const row of rows) {
      const draft = drafts.get(wholeNumber(row.player_guid));
      if (draft === undefined) continue;
      const id = wholeNumber(row.currency_id);
      draft.walletMarks.set(id, textOrNothing(row.foreign_at));
      draft.state.currencies[id] = {
        amount: wholeNumber(row.amount, MAXIMUM_AMOUNT),
        earned: wholeNumber(row.total_earned, MAXIMUM_AMOUNT),
        spent: wholeNumber(row.total_spent, MAXIMUM_AMOUNT),
      };
    }
  }
}

async function loadUnlocks(
  connection: PoolConnection,
  drafts: Drafts,
  type: string,
  keys: KeysOfPlayers,
): Promise<void> {
  for (const chunk of inChunks(
    conditions(keys, `unlock_type = '${type}' AND unlock_id`),
    KEYS_PER_STATEMENT,
  )) {
    const rows = await select(
      connection,
      `SELECT player_guid, unlock_id, source_system FROM dc_player_unlocks FORCE INDEX (PRIMARY)
       WHERE ${chunk.join(" OR ")} ORDER BY player_guid, unlock_type, unlock_id FOR UPDATE`,
    );
    for (const row of rows) {
      const draft = drafts.get(wholeNumber(row.player_guid));
      const known = findUnlockType(type)?.name;
      if (draft === undefined || known === undefined) continue;
      const owned = (draft.state.unlocks[known] ??= {});
      owned[wholeNumber(row.unlock_id)] = String(row.source_system);
    }
  }
}

/** Reads and locks the rows that `operations` touch, so that nobody changes them before they are written back. */
export async function loadPlayers(
  connection: PoolConnection,
  operations: readonly AcceptedOperation[],
): Promise<Drafts> {
  const drafts = new Map<number, PlayerDraft>();
  const profiles = new Set<number>();
  const wallets: KeysOfPlayers = new Map();
  const unlocks = new Map<string, KeysOfPlayers>(UNLOCK_TYPES.map((type) => [type.name, new Map()]));
  for (const { player, kind, subject, subjectId } of operations) {
    if (!drafts.has(player)) drafts.set(player, new PlayerDraft(player));
    if (kind === "add" || kind === "set") profiles.add(player);
    else if (kind === "earn" || kind === "spend") note(wallets, player, subjectId);
    else if (kind === "unlock") note(unlocks.get(subject) ?? new Map(), player, subjectId);
  }
  await loadProfiles(connection, drafts, profiles);
  await loadWallets(connection, drafts, wallets);
  for (const [type, keys] of unlocks) await loadUnlocks(connection, drafts, type, keys);
  return drafts;
}
