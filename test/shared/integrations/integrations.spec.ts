import { EventType } from "../../../shared/catalog/event-types";
import { defaultIntegrationSettings } from "../../../shared/catalog/integration-settings";
import { EventBus } from "../../../shared/events/event-bus";
import type { IntegrationContext } from "../../../shared/integrations/integration";
import { startIntegrations } from "../../../shared/integrations/start-integrations";
import { expectEqual } from "../expectations";

const PLAYER = 42;

/** Writes down what the integrations ask for. */
function harness(stats: Record<string, number> = {}): { context: IntegrationContext; asked: string[] } {
  const asked: string[] = [];
  const context: IntegrationContext = {
    bus: new EventBus({ now: () => 1000, report: (problem) => asked.push(problem) }),
    settings: defaultIntegrationSettings(),
    profiles: {
      IncrementStat: (_guid, stat, amount = 1) => asked.push(`${stat} +${amount.toFixed(0)}`),
      SetStat: (_guid, stat, value) => asked.push(`${stat} = ${value.toFixed(0)}`),
      GetStat: (_guid, stat) => stats[stat] ?? 0,
      AddCurrency: (_guid, id, amount, source) => {
        asked.push(`currency ${id.toFixed(0)} +${amount.toFixed(0)} ${source}`);
        return true;
      },
      GrantUnlock: (_guid, type, id, source) => {
        asked.push(`unlock ${type} ${id.toFixed(0)} ${source}`);
        return true;
      },
    },
  };
  startIntegrations(context);
  return { context, asked };
}

describe("Mythic+", () => {
  it("gives rating, highest key, season experience and tokens as the document says", () => {
    const { context, asked } = harness();
    context.bus.Publish({
      type: EventType.MYTHIC_RUN_COMPLETE,
      player: PLAYER,
      data: { level: 15, in_time: true, rating_gained: 25 },
    });
    expectEqual(asked, [
      "mythic_rating +25",
      "highest_key_completed = 15",
      "currency 1 +15500 mythic_plus",
      "currency 2 +75 mythic_plus",
    ]);
  });

  it("gives no bonus for a run out of time and keeps a higher key", () => {
    const { context, asked } = harness({ highest_key_completed: 20 });
    context.bus.Publish({
      type: EventType.MYTHIC_RUN_COMPLETE,
      player: PLAYER,
      data: { level: 15, rating_gained: 0 },
    });
    expectEqual(asked, ["mythic_rating +0", "currency 1 +15000 mythic_plus", "currency 2 +75 mythic_plus"]);
  });

  it("gives prestige experience for keystones from level 15", () => {
    const { context, asked } = harness();
    context.bus.Publish({ type: EventType.KEYSTONE_UPGRADE, player: PLAYER, data: { new_level: 14 } });
    context.bus.Publish({ type: EventType.KEYSTONE_UPGRADE, player: PLAYER, data: { new_level: 15 } });
    context.bus.Publish({ type: EventType.KEYSTONE_UPGRADE, player: PLAYER, data: { new_level: 17 } });
    expectEqual(asked, ["prestige_xp +100", "prestige_xp +300"]);
  });
});

describe("Season pass", () => {
  function asksFor(
    type: "DUNGEON_COMPLETE" | "BOSS_KILL" | "PVP_KILL",
    data: Record<string, boolean>,
  ): string[] {
    const { context, asked } = harness();
    context.bus.Publish({ type, player: PLAYER, data });
    return asked;
  }

  it("gives 2,000 for a dungeon and 500 more for a heroic one", () => {
    expectEqual(asksFor("DUNGEON_COMPLETE", {}), [
      "total_dungeon_completions +1",
      "currency 1 +2000 dungeon_complete",
    ]);
    expectEqual(asksFor("DUNGEON_COMPLETE", { heroic: true }), [
      "total_dungeon_completions +1",
      "currency 1 +2500 dungeon_complete",
    ]);
  });

  it("gives 500 for a boss, 1,000 for a raid boss, 250 for a player", () => {
    expectEqual(asksFor("BOSS_KILL", {}), ["total_boss_kills +1", "currency 1 +500 boss_kill"]);
    expectEqual(asksFor("BOSS_KILL", { raid_boss: true }), [
      "total_boss_kills +1",
      "currency 1 +1000 boss_kill",
    ]);
    expectEqual(asksFor("PVP_KILL", {}), ["total_pvp_kills +1", "currency 1 +250 pvp_kill"]);
  });

  it("gives by the type of the quest", () => {
    const { context, asked } = harness();
    for (const quest_type of ["normal", "daily", "weekly", "chain"]) {
      context.bus.Publish({
        type: EventType.QUEST_COMPLETE,
        player: PLAYER,
        data: { quest_id: 1, quest_type },
      });
    }
    expectEqual(asked, [
      "currency 1 +500 quest_complete",
      "currency 1 +1000 quest_complete",
      "currency 1 +5000 quest_complete",
      "currency 1 +2500 quest_complete",
    ]);
  });
});

describe("Prestige", () => {
  it("notes the level, grants the milestones 5, 10 and 20, and adds 5 of item-upgrade capacity", () => {
    const { context, asked } = harness();
    for (const prestige_level of [4, 5, 10, 20]) {
      context.bus.Publish({ type: EventType.PRESTIGE_LEVEL_UP, player: PLAYER, data: { prestige_level } });
    }
    expectEqual(asked, [
      "prestige_level = 4",
      "item_upgrade_capacity +5",
      "prestige_level = 5",
      "unlock title 1001 prestige",
      "item_upgrade_capacity +5",
      "prestige_level = 10",
      "unlock mount 1001 prestige",
      "item_upgrade_capacity +5",
      "prestige_level = 20",
      "unlock cosmetic 1001 prestige",
      "item_upgrade_capacity +5",
    ]);
  });
});
