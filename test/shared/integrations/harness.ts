import { EventType } from "../../../shared/catalog/event-types";
import { defaultIntegrationSettings } from "../../../shared/catalog/integration-settings";
import { EventBus } from "../../../shared/events/event-bus";
import type { IntegrationContext } from "../../../shared/integrations/integration";
import { registerIntegrations } from "../../../shared/integrations/register-integrations";
import type { PlayerProfileAccess } from "../../../shared/profile/player-profile";
import { SystemRegistry } from "../../../shared/systems/system-registry";
import type { RealmCalendar } from "../../../shared/time/realm-calendar";

/** The player whom the specs are about. */
export const PLAYER = 42;
/** Seconds. */
export const DAY = 86400;

export interface Harness {
  readonly context: IntegrationContext;
  readonly registry: SystemRegistry;
  /** What the integrations asked for, in order. */
  readonly asked: string[];
  /** Who gave the stats that were added to, in order. */
  readonly sources: string[];
  readonly stats: Record<string, number>;
  readonly currencies: Record<number, number>;
  readonly bonuses: Record<string, number>;
  calendar: RealmCalendar | undefined;
  /** Whether the player's values are known. */
  isLoaded: boolean;
  /** The player's values become known, and what waits for them runs. */
  load(this: void): void;
}

/** A wallet and a profile of the simplest kind. */
function profilesOn(
  bus: EventBus,
  { asked, sources, stats, currencies }: Pick<Harness, "asked" | "sources" | "stats" | "currencies">,
): PlayerProfileAccess {
  return {
    IncrementStat: (_guid, stat, amount = 1, source = "") => {
      sources.push(source);
      asked.push(`${stat} +${amount.toFixed(0)}`);
      stats[stat] = (stats[stat] ?? 0) + amount;
    },
    SetStat: (_guid, stat, value) => {
      asked.push(`${stat} = ${value.toFixed(0)}`);
      stats[stat] = value;
    },
    GetStat: (_guid, stat) => stats[stat] ?? 0,
    AddCurrency: (player, currency_type, amount, source) => {
      asked.push(`currency ${currency_type.toFixed(0)} +${amount.toFixed(0)} ${source}`);
      currencies[currency_type] = (currencies[currency_type] ?? 0) + amount;
      bus.Publish({ type: EventType.CURRENCY_GAINED, player, data: { currency_type, amount, source } });
      return $multi(true);
    },
    SpendCurrency: (_guid, currency_type, amount, reason) => {
      asked.push(`currency ${currency_type.toFixed(0)} -${amount.toFixed(0)} ${reason}`);
      currencies[currency_type] = (currencies[currency_type] ?? 0) - amount;
      return $multi(true);
    },
    GetCurrency: (_guid, id) => currencies[id] ?? 0,
    GrantUnlock: (_guid, type, id, source) => {
      asked.push(`unlock ${type} ${id.toFixed(0)} ${source}`);
      return true;
    },
  };
}

/** The integrations on a wallet and a profile of the simplest kind. */
export function harness(stats: Record<string, number> = {}): Harness {
  const asked: string[] = [];
  const sources: string[] = [];
  const currencies: Record<number, number> = {};
  const bonuses: Record<string, number> = {};
  const waiting: Record<string, () => void> = {};
  const bus = new EventBus({ clock: { now: () => 100 * DAY }, report: (problem) => asked.push(problem) });
  const context: IntegrationContext = {
    bus,
    settings: defaultIntegrationSettings(),
    calendar: () => made.calendar,
    bonus: (_guid, system, effect) => bonuses[`${system} ${effect}`] ?? 1,
    online: () => [PLAYER],
    whenLoaded: (_guid, name, action) => {
      if (made.isLoaded) action();
      else waiting[name] = action;
    },
    profiles: profilesOn(bus, { asked, sources, stats, currencies }),
  };
  const registry = new SystemRegistry({
    report: (problem) => asked.push(problem),
    subscribeFor: (system) => bus.SubscribeFor(system),
  });
  const load = (): void => {
    made.isLoaded = true;
    for (const name in waiting) waiting[name]?.();
  };
  const made: Harness = {
    context,
    registry,
    asked,
    sources,
    stats,
    currencies,
    bonuses,
    calendar: undefined,
    isLoaded: true,
    load,
  };
  registerIntegrations(context, registry);
  registry.InitializeAll();
  return made;
}
