import { MAXIMUM_AMOUNT } from "../../../shared/catalog/number-types";
import { type FieldIndex, PROFILE_FIELDS } from "../../../shared/catalog/profile-fields";
import { findUnlockType } from "../../../shared/catalog/unlock-types";
import { accountAfter } from "../../../shared/profile/account-after";
import { applyOperation } from "../../../shared/profile/apply-operation";
import { findOperationKind } from "../../../shared/profile/operation";
import { emptyPlayerState, type PlayerState } from "../../../shared/profile/player-state";
import { readRows, toInteger } from "./read-rows";
import { sqlInteger } from "./sql-text";

/** What the tables say of one player at one moment. */
export interface LoadedPlayer {
  readonly state: PlayerState;
  /** 0 when tables and queue do not know. */
  readonly accountId: number;
  /** The last operation of this boot that `state` holds. */
  readonly acknowledged: number;
}

const CAP = sqlInteger(MAXIMUM_AMOUNT);

function fieldExpressions(): string {
  const expressions: string[] = [];
  for (const field of PROFILE_FIELDS) {
    if (field.type === "timestamp") expressions.push(`COALESCE(UNIX_TIMESTAMP(${field.column}), 0)`);
    else if (field.type === "u64") expressions.push(`LEAST(${field.column}, ${CAP})`);
    else expressions.push(field.column);
  }
  return expressions.join(", ");
}

const FIELDS = fieldExpressions();

/**
 * One statement, and so one consistent view: the tables, the acknowledged sequence number, and what is queued that the bridge has
 * not applied yet, of earlier boots and of this one up to `confirmed`. Two statements could straddle a batch of the bridge.
 */
export function loadStatement(bootId: number, guid: number, confirmed: number): string {
  const player = sqlInteger(guid);
  const boot = sqlInteger(bootId);
  const wallet = `LEAST(amount, ${CAP}), LEAST(total_earned, ${CAP}), LEAST(total_spent, ${CAP})`;
  return [
    `SELECT 1 AS part, CAST(acknowledged AS CHAR) AS a, 0 AS b, '' AS c FROM dc_boot WHERE boot_id = ${boot}`,
    `SELECT 2, CAST(account_id AS CHAR), 0, CONCAT_WS(' ', ${FIELDS}) FROM dc_player_profile WHERE player_guid = ${player}`,
    `SELECT 3, CAST(currency_id AS CHAR), 0, CONCAT_WS(' ', ${wallet}) FROM dc_player_currencies WHERE player_guid = ${player}`,
    `SELECT 4, CAST(unlock_id AS CHAR), 0, CONCAT_WS(' ', unlock_type, source_system) FROM dc_player_unlocks WHERE player_guid = ${player}`,
    "SELECT 5, CAST(j.boot_id AS CHAR), j.sequence, CONCAT_WS(' ', j.kind, j.amount, j.subject_id, j.account_id, j.subject, j.source) " +
      "FROM dc_journal j JOIN dc_boot o ON o.boot_id = j.boot_id " +
      `WHERE j.player_guid = ${player} AND j.sequence > o.acknowledged ` +
      `AND (j.boot_id <> ${boot} OR j.sequence <= ${sqlInteger(confirmed)})`,
  ].join(" UNION ALL ");
}

function readFields(state: PlayerState, text: string): void {
  let index = 0;
  for (const [value] of string.gmatch(text, "%S+")) {
    if (index < PROFILE_FIELDS.length) state.fields[index as FieldIndex] = toInteger(value);
    index++;
  }
}

function readWallet(state: PlayerState, currencyId: number, text: string): void {
  const [amount, earned, spent] = string.match(text, "^(%d+) (%d+) (%d+)$");
  state.balances[currencyId] = toInteger(amount);
  state.earned[currencyId] = toInteger(earned);
  state.spent[currencyId] = toInteger(spent);
}

function readUnlock(state: PlayerState, unlockId: number, text: string): void {
  const [name, source] = string.match(text, "^(%S+) (.*)$");
  const type = findUnlockType(name ?? "");
  if (type === undefined) return;
  const owned = state.unlocks[type.name] ?? {};
  owned[unlockId] = source ?? "";
  state.unlocks[type.name] = owned;
}

/** Applies an operation of the queue, and returns the account that the player then has. */
function applyQueued(state: PlayerState, accountId: number, text: string): number {
  const [word, amount, subjectId, account, subject, source] = string.match(
    text,
    "^(%S+) (%S+) (%S+) (%S+) (%S*) (.*)$",
  );
  const kind = findOperationKind(word);
  if (kind === undefined) return accountId;
  applyOperation(state, {
    kind,
    subject: subject ?? "",
    subjectId: toInteger(subjectId),
    amount: toInteger(amount),
    source: source ?? "",
    cause: "",
  });
  return accountAfter(accountId, kind, toInteger(account));
}

/** Part, then boot, then sequence: what earlier boots queued is applied in the order in which it happened. */
function before(left: string[], right: string[]): boolean {
  for (let column = 0; column < 3; column++) {
    const difference = toInteger(left[column]) - toInteger(right[column]);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/**
 * Reads the player from the tables: one synchronous statement on primary keys, about 0.2 ms of the world's time.
 *
 * Undefined if the row of this boot, which is always there, did not come back: the database did not answer, and no rows must not
 * be taken for an empty player.
 *
 * @param confirmed The last operation of this boot that the caller does not have in memory any more.
 */
export function loadPlayer(bootId: number, guid: number, confirmed: number): LoadedPlayer | undefined {
  const rows = readRows(loadStatement(bootId, guid, confirmed), 4);
  table.sort(rows, before);
  const state = emptyPlayerState();
  let accountId = 0;
  let acknowledged: number | undefined;
  for (const [part, key, , text] of rows) {
    if (part === undefined || key === undefined || text === undefined) error("a column is missing");
    if (part === "1") acknowledged = toInteger(key);
    else if (part === "2") {
      accountId = toInteger(key);
      readFields(state, text);
    } else if (part === "3") readWallet(state, toInteger(key), text);
    else if (part === "4") readUnlock(state, toInteger(key), text);
    else accountId = applyQueued(state, accountId, text);
  }
  return acknowledged === undefined ? undefined : { state, accountId, acknowledged };
}
