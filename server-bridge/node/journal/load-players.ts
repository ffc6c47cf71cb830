import { isPayment } from "../../../shared/profile/operation";
import { MAXIMUM_AMOUNT } from "../../../shared/catalog/number-types";
import { UNLOCK_TYPES, type UnlockType } from "../../../shared/catalog/unlock-types";
import { keyList } from "../database/key-list";
import type { PoolConnection } from "../database/pool";
import { select, textOrNothing, wholeNumber } from "../database/query";
import type { AcceptedOperation } from "./journal-row";
import { PlayerDraft } from "./player-draft";
import { PROFILE_SELECT_LIST, readProfileFields } from "./profile-columns";

export type Drafts = ReadonlyMap<number, PlayerDraft>;

/** Ids of currencies or unlocks by player. */
type IdsByPlayer = Map<number, Set<number>>;

function note(ids: IdsByPlayer, player: number, id: number): void {
  const ofPlayer = ids.get(player);
  if (ofPlayer === undefined) ids.set(player, new Set([id]));
  else ofPlayer.add(id);
}

/** In the order of the primary key: bridges that lock rows in one order wait for each other and never in a circle. */
function sorted(numbers: Iterable<number>): number[] {
  return [...numbers].sort((a, b) => a - b);
}

function sortedKeys(ids: IdsByPlayer): number[][] {
  return sorted(ids.keys()).flatMap((player) => sorted(ids.get(player) ?? []).map((id) => [player, id]));
}

const PROFILES_SQL = `
  SELECT held.player_guid, held.account_id, ${PROFILE_SELECT_LIST}, held.foreign_at
  FROM ${keyList(["player"])} STRAIGHT_JOIN dc_player_profile held FORCE INDEX (PRIMARY)
    ON held.player_guid = wanted.player
  FOR UPDATE`;

async function loadProfiles(connection: PoolConnection, drafts: Drafts, players: Set<number>): Promise<void> {
  if (players.size === 0) return;
  const keys = sorted(players).map((player) => [player]);
  for (const row of await select(connection, PROFILES_SQL, [JSON.stringify(keys)])) {
    const draft = drafts.get(wholeNumber(row.player_guid));
    if (draft === undefined) continue;
    readProfileFields(row, draft.state.fields);
    draft.profileRow = { account: wholeNumber(row.account_id), mark: textOrNothing(row.foreign_at) };
  }
}

const WALLETS_SQL = `
  SELECT held.player_guid, held.currency_id, held.amount, held.total_earned, held.total_spent, held.foreign_at
  FROM ${keyList(["player", "id"])} STRAIGHT_JOIN dc_player_currencies held FORCE INDEX (PRIMARY)
    ON held.player_guid = wanted.player AND held.currency_id = wanted.id
  FOR UPDATE`;

async function loadWallets(connection: PoolConnection, drafts: Drafts, ids: IdsByPlayer): Promise<void> {
  if (ids.size === 0) return;
  for (const row of await select(connection, WALLETS_SQL, [JSON.stringify(sortedKeys(ids))])) {
    const draft = drafts.get(wholeNumber(row.player_guid));
    if (draft === undefined) continue;
    const id = wholeNumber(row.currency_id);
    draft.walletMarks.set(id, textOrNothing(row.foreign_at));
    draft.state.balances[id] = wholeNumber(row.amount, MAXIMUM_AMOUNT);
    draft.state.earned[id] = wholeNumber(row.total_earned, MAXIMUM_AMOUNT);
    draft.state.spent[id] = wholeNumber(row.total_spent, MAXIMUM_AMOUNT);
  }
}

const UNLOCKS_SQL = `
  SELECT held.player_guid, held.unlock_id, held.source_system
  FROM ${keyList(["player", "id"])} STRAIGHT_JOIN dc_player_unlocks held FORCE INDEX (PRIMARY)
    ON held.player_guid = wanted.player AND held.unlock_type = ? AND held.unlock_id = wanted.id
  FOR UPDATE`;

async function loadUnlocks(
  connection: PoolConnection,
  drafts: Drafts,
  type: UnlockType,
  ids: IdsByPlayer,
): Promise<void> {
  if (ids.size === 0) return;
  for (const row of await select(connection, UNLOCKS_SQL, [JSON.stringify(sortedKeys(ids)), type])) {
    const draft = drafts.get(wholeNumber(row.player_guid));
    if (draft === undefined) continue;
    const owned = (draft.state.unlocks[type] ??= {});
    owned[wholeNumber(row.unlock_id)] = String(row.source_system);
  }
}

function idsOfType(unlocks: ReadonlyMap<string, IdsByPlayer>, type: string): IdsByPlayer {
  return unlocks.get(type) ?? new Map();
}

/** Reads and locks the rows that `operations` touch, so that nobody changes them before they are written back. */
export async function loadPlayers(
  connection: PoolConnection,
  operations: readonly AcceptedOperation[],
): Promise<Drafts> {
  const drafts = new Map<number, PlayerDraft>();
  const profiles = new Set<number>();
  const wallets: IdsByPlayer = new Map();
  const unlocks = new Map<UnlockType, IdsByPlayer>(UNLOCK_TYPES.map((type) => [type.name, new Map()]));
  for (const { player, kind, subject, subjectId } of operations) {
    if (!drafts.has(player)) drafts.set(player, new PlayerDraft(player));
    if (kind === "add" || kind === "set") profiles.add(player);
    else if (isPayment(kind)) note(wallets, player, subjectId);
    else if (kind === "unlock") note(idsOfType(unlocks, subject), player, subjectId);
  }
  await loadProfiles(connection, drafts, profiles);
  await loadWallets(connection, drafts, wallets);
  for (const [type, keys] of unlocks) await loadUnlocks(connection, drafts, type, keys);
  return drafts;
}
