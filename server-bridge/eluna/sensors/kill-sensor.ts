import { EventType } from "../../../shared/catalog/event-types";
import type { EventBus } from "../../../shared/events/event-bus";
import type { Engine } from "../engine/engine";
import { PLAYER_HOOKS } from "../engine/hooks";
import type { DungeonBosses } from "../tables/dungeon-bosses";
import { publishVictory } from "./boss-victory";

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

function publishCreatureKill(
  bus: EventBus,
  killer: EnginePlayer,
  creature: EngineCreature,
  by_pet: boolean,
): void {
  const data = {
    creature_entry: creature.GetEntry(),
    creature_level: creature.GetLevel(),
    map_id: killer.GetMapId(),
    elite: creature.IsElite(),
    by_pet,
  };
  bus.Publish({ type: EventType.CREATURE_KILL, player: killer.GetGUIDLow(), data });
}

/**
 * Kills: CREATURE_KILL for every creature; BOSS_KILL besides for what the engine calls a boss and for the bosses in
 * `dc_dungeon_bosses`; DUNGEON_COMPLETE besides for those of the latter that complete their dungeon; PVP_KILL for a player.
 */
export function startKillSensor(bus: EventBus, engine: Engine, bosses: DungeonBosses): void {
  function onKill(killer: EnginePlayer, creature: EngineCreature, byPet: boolean): void {
    publishCreatureKill(bus, killer, creature, byPet);
    const entry = creature.GetEntry();
    if (!bosses.isBoss(killer.GetMapId(), entry) && !engine.isBoss(creature)) return;
    const map = creature.GetMap();
    publishVictory(bus, bosses, map, entry, creditedPlayers(killer, map));
  }
  RegisterPlayerEvent(PLAYER_HOOKS.killCreature, (_event, killer: EnginePlayer, creature: EngineCreature) => {
    onKill(killer, creature, false);
  });
  engine.onPetKill((owner, creature) => {
    onKill(owner, creature, true);
  });
  RegisterPlayerEvent(PLAYER_HOOKS.killPlayer, (_event, killer: EnginePlayer, victim: EnginePlayer) => {
    // Cores make a player whom the world kills its own killer.
    if (killer.GetGUIDLow() === victim.GetGUIDLow()) return;
    const data = {
      victim_guid: victim.GetGUIDLow(),
      victim_level: victim.GetLevel(),
      map_id: killer.GetMapId(),
    };
    bus.Publish({ type: EventType.PVP_KILL, player: killer.GetGUIDLow(), data });
  });
}
