import type { Command } from "./command";
import { readPlayer } from "./player-argument";

export const synergies: Command = ({ realm }, caller, [word]) => {
  const player = readPlayer(word, caller);
  if (player.problem !== undefined) return player.problem;
  const targets = realm.synergies.List();
  caller.say(`${player.label}: ${targets.length.toFixed(0)} bonuses`);
  for (const { system, effectType } of targets) {
    const { text } = realm.synergies.GetBreakdown(player.guid, system, effectType);
    caller.say(`${system} ${effectType}: ${text}`);
  }
  return undefined;
};
