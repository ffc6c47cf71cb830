import { checkGuid } from "../../../shared/profile/check-arguments";
import { findPlayer } from "../engine/engine";
import type { Caller } from "./caller";
import { readWhole } from "./text";

/** The player that a command is about. */
export interface NamedPlayer {
  readonly guid: number;
  /** "Thrall (7)", or "player 7 (offline)". */
  readonly label: string;
  readonly problem?: undefined;
}

export type PlayerArgument = NamedPlayer | { readonly problem: string };

function byGuid(guid: number): NamedPlayer {
  const player = findPlayer(guid);
  const number = guid.toFixed(0);
  const label = player === undefined ? `player ${number} (offline)` : `${player.GetName()} (${number})`;
  return { guid, label };
}

/** Names begin with an upper-case letter and go on in lower case; not every core takes them as they are typed. */
function findByName(name: string): EnginePlayer | undefined {
  const proper = string.upper(string.sub(name, 1, 1)) + string.lower(string.sub(name, 2));
  return GetPlayerByName(name) ?? GetPlayerByName(proper);
}

/** Reads the name of an online player, or the low GUID of any; without a word it is the caller. */
export function readPlayer(word: string | undefined, caller: Caller): PlayerArgument {
  if (word === undefined) {
    return caller.guid === undefined ? { problem: "the console has to name a player" } : byGuid(caller.guid);
  }
  const number = readWhole(word);
  if (number === undefined) {
    const player = findByName(word);
    if (player !== undefined) return byGuid(player.GetGUIDLow());
    return { problem: `no player '${word}' is online; who is not is named by the low GUID` };
  }
  const complaint = checkGuid(number);
  return complaint === undefined ? byGuid(number) : { problem: complaint };
}
