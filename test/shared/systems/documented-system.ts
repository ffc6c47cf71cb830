import { createEmitters } from "../../../shared/emit/event-emitters";
import { EventBus } from "../../../shared/events/event-bus";
import { emptyPlayerState } from "../../../shared/profile/player-state";
import { synergyRow } from "../synergies/document-synergies";
import { SynergyManager } from "../../../shared/synergies/synergy-manager";
import { SystemRegistry } from "../../../shared/systems/system-registry";
import { runScript } from "../lua-script";

/** Lua's table of global names. */
declare const _G: Record<string, unknown>;

/**
 * Run by each Lua in turn with the manual's fishing system: lets player 7 catch 30 fish, then 10 after a daily reset.
 *
 * @returns What was given and reported, a line each.
 */
export function runFishing(script: string): string {
  const lines: string[] = [];
  const report = (problem: string): void => {
    lines.push(problem);
  };
  const bus = new EventBus({ clock: { now: () => 1000 }, report });
  const registry = new SystemRegistry({ report });
  const synergies = new SynergyManager({ fieldsOf: () => emptyPlayerState().fields, report });
  const profiles = {
    AddCurrency(guid: number, currency: number, amount: number, source: string): void {
      lines.push(`${guid.toFixed(0)} got ${amount.toFixed(0)} of ${currency.toFixed(0)} from ${source}`);
    },
  };
  _G.GetStateMapId = () => -1;
  _G.DC = {
    EventBus: bus,
    SystemRegistry: registry,
    Synergy: synergies,
    PlayerProfile: profiles,
    Emit: createEmitters(bus),
  };
  synergies.Load([
    synergyRow(
      1,
      "Long Day",
      ["fishing", '{"caught_today": {"gte": 20}}'],
      ["fishing", '{"token_bonus_percent": 50}'],
    ),
  ]);
  const failure = runScript(script);
  if (failure !== "") lines.push(failure);
  registry.InitializeAll();
  for (let fish = 0; fish < 30; fish++) bus.Publish({ type: "FISH_CAUGHT", player: 7 });
  registry.BroadcastDailyReset();
  for (let fish = 0; fish < 10; fish++) bus.Publish({ type: "FISH_CAUGHT", player: 7 });
  for (const { name, state } of registry.List()) lines.push(`${name} ${state}`);
  return lines.join("\n");
}
