import type { IntegrationSettings } from "../../../shared/catalog/integration-settings";
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

/** What the sensors' rules take from tables that admins edit. Its content changes while the world runs. */
export interface SensorTables {
  readonly bosses: DungeonBosses;
  readonly settings: IntegrationSettings;
}

/**
 * Starts the sensors of what happens to players on a map. On an Eluna with map states their hooks fire in those states only;
 * `session-sensor` is of the world state everywhere. Handlers give nothing back, so that no hook changes the game.
 */
export function startMapSensors(bus: EventBus, engine: Engine, tables: SensorTables): void {
  startKillSensor(bus, engine, tables.bosses);
  startCreditSensor(bus, engine, tables.bosses);
  startDeathSensor(bus, engine);
  startDungeonSensor(bus);
  startLootSensor(bus, engine, tables.settings);
  startProgressSensor(bus, engine);
  startCombatSensor(bus, engine);
}
