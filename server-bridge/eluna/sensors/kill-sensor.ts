import { EventType } from "../../../shared/catalog/event-types";
import type { EventBus } from "../../../shared/events/event-bus";
import type { Engine } from "../engine/engine";
import { PLAYER_HOOKS } from "../engine/hooks";

/**
 * Who gets credit for a boss: the killer, and every member of the killer's group on the same map. No engine has a boss-kill hook, and
 * the kill hook fires for one player only. The map is asked for its players, because in a map state of Eluna a group cannot be.
 */
function creditedPlayers(killer: EnginePlayer, map: EngineMap): number[] {
  const guids = [killer.GetGUIDLow()];
  const group = killer.GetGroup();
  if (group === undefined) return guids;
  for (const player of map.GetPlayers()) {
    if (player.GetGUIDLow() !== killer.GetGUIDLow() && group.IsMember(player.GetGUID())) {
      guids.push(player.GetGUIDLow());
    }
  }
  return guids;
}

function publishBossKill(bus: EventBus, killer: EnginePlayer, creature: EngineCreature): void {
  const map = creature.GetMap();
  for (const player of creditedPlayers(killer, map)) {
    bus.Publish({
      type: EventType.BOSS_KILL,
      player,
      data: {
        creature_entry: creature.GetEntry(),
        map_id: map.GetMapId(),
        raid_boss: map.IsRaid(),
        heroic: map.IsHeroic(),
      },
    });
  }
}

/** Kills: CREATURE_KILL for every creature, BOSS_KILL besides for a boss, PVP_KILL for a player. */
export function startKillSensor(bus: EventBus, engine: Engine): void {
  RegisterPlayerEvent(PLAYER_HOOKS.killCreature, (_event, killer: EnginePlayer, creature: EngineCreature) => {
    const data = {
      creature_entry: creature.GetEntry(),
      creature_level: creature.GetLevel(),
      map_id: killer.GetMapId(),
      elite: creature.IsElite(),
    };
    bus.Publish({ type: EventType.CREATURE_KILL, player: killer.GetGUIDLow(), data });
    if (engine.isBoss(creature)) publishBossKill(bus, killer, creature);
  });
  RegisterPlayerEvent(PLAYER_HOOKS.killPlayer, (_event, killer: EnginePlayer, victim: EnginePlayer) => {
    const data = {
      victim_guid: victim.GetGUIDLow(),
      victim_level: victim.GetLevel(),
      map_id: killer.GetMapId(),
    };
    bus.Publish({ type: EventType.PVP_KILL, player: killer.GetGUIDLow(), data });
  });
}
