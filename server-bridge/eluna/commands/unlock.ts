import { unlockTypeNames } from "../../../shared/catalog/unlock-types";
import { checkUnlock } from "../../../shared/profile/check-arguments";
import type { Command } from "./command";
import { readPlayer } from "./player-argument";
import { readWhole } from "./text";

export const unlock: Command = ({ realm }, caller, [who, type, id]) => {
  if (who === undefined || type === undefined)
    return `player, type and id are needed; types: ${unlockTypeNames()}`;
  const player = readPlayer(who, caller);
  if (player.problem !== undefined) return player.problem;
  const unlockId = readWhole(id);
  if (unlockId === undefined) return `'${id ?? ""}' is no unlock id`;
  const complaint = checkUnlock(type, unlockId);
  if (complaint !== undefined) return complaint;
  const isNew = realm.profiles.GrantUnlock(player.guid, type, unlockId, caller.source);
  const name = `${type} ${unlockId.toFixed(0)}`;
  caller.say(`${player.label}: ${isNew ? `${name} given` : `nothing changed, ${name} is there already`}`);
  return undefined;
};
