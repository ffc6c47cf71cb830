import type { EventBus } from "../../../shared/events/event-bus";
import type { Engine } from "../engine/engine";
import type { DungeonBosses } from "../tables/dungeon-bosses";
import { startCombatSensor } from "./combat-sensor";
import { startCreditSensor } from "./credit-sensor";
import { startDeathSensor } from "./death-sensor";
import { startDungeonSensor } from "./dungeon-sensor";
import { startKillSensor } from "./kill-sensor";
import { startLootSensor } from "./loot-sensor";
import { startProgressSensor } from "./progress-sensor";

/**
 * Starts the sensors of what happens to players on a map. On an Eluna with states of maps their hooks fire in those states only;
 * `session-sensor` is of the world's state everywhere. Handlers give nothing back, so that no hook changes the game.
 */
export function startMapSensors(bus: EventBus, engine: Engine, bosses: DungeonBosses): void {
  startKillSensor(bus, engine, bosses);
  startCreditSensor(bus, engine, bosses);
  startDeathSensor(bus, engine);
  startDungeonSensor(bus);
  startLootSensor(bus, engine);
  startProgressSensor(bus, engine);
  startCombatSensor(bus, engine);
}
