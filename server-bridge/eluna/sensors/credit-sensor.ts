import type { EventBus } from "../../../shared/events/event-bus";
import type { Engine } from "../engine/engine";
import type { DungeonBosses } from "../tables/dungeon-bosses";
import { publishVictory } from "./boss-victory";

const MAL_GANIS = 26533;
const THE_LICH_KING = 36954;

/** Bosses who do not die, and the spells that the scripts of the cores cast when they are overcome. */
const CREDITS = [
  // AzerothCore and TrinityCore
  { spell: 58630, boss: MAL_GANIS },
  // AzerothCore
  { spell: 72830, boss: THE_LICH_KING },
  // TrinityCore
  { spell: 71352, boss: THE_LICH_KING },
] as const;

/**
 * BOSS_KILL and DUNGEON_COMPLETE for the bosses in `dc_dungeon_bosses` who are overcome and not killed: The Culling of Stratholme,
 * Halls of Reflection. Nobody strikes a last blow, so the credit is everybody's on that map.
 */
export function startCreditSensor(bus: EventBus, engine: Engine, bosses: DungeonBosses): void {
  function onCredit(map: EngineMap, boss: number): void {
    if (!bosses.isBoss(map.GetMapId(), boss)) return;
    const players: number[] = [];
    for (const player of map.GetPlayers()) players.push(player.GetGUIDLow());
    publishVictory(bus, bosses, map, boss, players);
  }
  for (const { spell, boss } of CREDITS) {
    engine.onSpellCast(spell, (caster) => onCredit(caster.GetMap(), boss));
  }
}
