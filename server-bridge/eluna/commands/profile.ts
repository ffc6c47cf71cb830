import { FIELD_INDEX, PROFILE_FIELDS } from "../../../shared/catalog/profile-fields";
import { UNLOCK_TYPES } from "../../../shared/catalog/unlock-types";
import type { PlayerState } from "../../../shared/profile/player-state";
import { ascendingIds } from "../engine/ascending-ids";
import type { PlayerRecord } from "../players/player-record";
import type { CurrencyDefinitions } from "../tables/currency-definitions";
import type { Command } from "./command";
import { readPlayer } from "./player-argument";
import { inLines } from "./text";

function timeText(unixSeconds: number): string {
  return unixSeconds === 0 ? "never" : `${tostring(os.date("!%Y-%m-%d %H:%M:%S", unixSeconds))} UTC`;
}

function fieldTexts({ fields }: PlayerState): string[] {
  const texts: string[] = [];
  for (const { column, type } of PROFILE_FIELDS) {
    const value = fields[FIELD_INDEX[column]];
    texts.push(`${column} ${type === "timestamp" ? timeText(value) : value.toFixed(0)}`);
  }
  return texts;
}

function currencyTexts({ balances, earned, spent }: PlayerState, definitions: CurrencyDefinitions): string[] {
  const texts: string[] = [];
  for (const id of ascendingIds(balances)) {
    const history = `earned ${(earned[id] ?? 0).toFixed(0)}, spent ${(spent[id] ?? 0).toFixed(0)}`;
    texts.push(`${definitions.nameOf(id)} (${id.toFixed(0)}): ${(balances[id] ?? 0).toFixed(0)}; ${history}`);
  }
  return texts;
}

function unlockTexts({ unlocks }: PlayerState): string[] {
  const texts: string[] = [];
  for (const { name } of UNLOCK_TYPES) {
    for (const id of ascendingIds(unlocks[name] ?? {})) texts.push(`${name} ${id.toFixed(0)}`);
  }
  return texts;
}

function whereabouts({ online, loaded, accountId }: PlayerRecord): string {
  const origin = loaded ? "" : ", what has happened since the start only: the tables are waited for";
  return `${online ? "online" : "offline"}, account ${accountId.toFixed(0)}${origin}`;
}

export const profile: Command = ({ realm }, caller, [word]) => {
  const player = readPlayer(word, caller);
  if (player.problem !== undefined) return player.problem;
  const record = realm.players.record(player.guid);
  caller.say(`${player.label}: ${whereabouts(record)}`);
  for (const line of inLines("profile:", fieldTexts(record.state))) caller.say(line);
  for (const line of currencyTexts(record.state, realm.currencies)) caller.say(line);
  const unlocks = unlockTexts(record.state);
  if (unlocks.length > 0) for (const line of inLines("unlocks:", unlocks)) caller.say(line);
  return undefined;
};
