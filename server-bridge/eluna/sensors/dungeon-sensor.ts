import { EventType } from "../../../shared/catalog/event-types";
import type { EventBus } from "../../../shared/events/event-bus";
import { PLAYER_HOOKS } from "../engine/hooks";
import { dungeonData, isDungeon } from "./dungeon";

/** DUNGEON_ENTER: a player appears on the map of a dungeon or raid, also by a login there. */
export function startDungeonSensor(bus: EventBus): void {
  RegisterPlayerEvent(PLAYER_HOOKS.mapChange, (_event, player: EnginePlayer) => {
    const map = player.GetMap();
    if (!isDungeon(map)) return;
    bus.Publish({
      type: EventType.DUNGEON_ENTER,
      player: player.GetGUIDLow(),
      data: { ...dungeonData(map) },
    });
  });
}

/** The aura of a priest who has died, as hooks tell, and whom cores take for alive for as long as it lasts: no hook tells its end. */
const SPIRIT_OF_REDEMPTION = 27827;

function lives(player: EnginePlayer): boolean {
  return player.IsAlive() && !player.HasAura(SPIRIT_OF_REDEMPTION);
}

/** Whether nobody on the map but `guid` is alive. The dead one is left out: not every core has marked it yet. */
function isNobodyElseAlive(map: EngineMap, guid: number): boolean {
  for (const player of map.GetPlayers()) {
    if (player.GetGUIDLow() !== guid && lives(player)) return false;
  }
  return true;
}

/**
 * DUNGEON_WIPE, for everybody on the map: `victim` has died in a dungeon or raid and nobody there is alive. No engine tells
 * whether a boss fight is on, so a wipe before one counts too, and a player who is alone wipes by dying. The next wipe of
 * that copy takes another death, so somebody must have been alive again. Ghosts at the graveyard are on another map.
 */
export function publishWipe(bus: EventBus, victim: EnginePlayer): void {
  const map = victim.GetMap();
  if (!isDungeon(map) || !isNobodyElseAlive(map, victim.GetGUIDLow())) return;
  for (const player of map.GetPlayers()) {
    bus.Publish({ type: EventType.DUNGEON_WIPE, player: player.GetGUIDLow(), data: { ...dungeonData(map) } });
  }
}
