import { EventType } from "../../../shared/catalog/event-types";
import type { PrestigeIntegration } from "../../../shared/integrations/prestige";
import { expectEqual } from "../expectations";
import { harness, type Harness, PLAYER } from "./harness";

function publishLevel({ context }: Harness, prestige_level?: number): void {
  const data = prestige_level === undefined ? {} : { prestige_level };
  context.bus.Publish({ type: EventType.PRESTIGE_LEVEL_UP, player: PLAYER, data });
}

function giveXP(made: Harness, amount: number): void {
  (made.registry.Get("prestige") as PrestigeIntegration).AddXP(PLAYER, amount);
}

describe("A prestige level that another script publishes", () => {
  it("changes nothing where the level is missing, the player's own, or a lower one", () => {
    const made = harness({ prestige_level: 10, item_upgrade_capacity: 50 });
    publishLevel(made);
    publishLevel(made, 10);
    publishLevel(made, 5);
    expectEqual(made.asked, []);
    publishLevel(made, 11);
    expectEqual(made.stats, { prestige_level: 11, item_upgrade_capacity: 55 });
  });

  it("waits until the player's own level is known, and several do in their order", () => {
    const made = harness({ prestige_level: 4 });
    made.isLoaded = false;
    publishLevel(made, 3);
    publishLevel(made, 5);
    publishLevel(made, 6);
    expectEqual(made.asked, []);
    made.load();
    expectEqual(made.asked, [
      "prestige_level = 5",
      "unlock title 1001 prestige",
      "item_upgrade_capacity +5",
      "prestige_level = 6",
      "item_upgrade_capacity +5",
    ]);
    publishLevel(made, 7);
    expectEqual(made.stats.prestige_level, 7);
  });
});

describe("Prestige experience", () => {
  it("is taken only for a level that the player gets, also while the system's subscriptions are switched off", () => {
    const made = harness();
    made.context.bus.SetSystemEnabled("prestige", false);
    giveXP(made, 5000);
    expectEqual(made.stats, { prestige_xp: 500, prestige_level: 3, item_upgrade_capacity: 15 });
  });

  it("buys each level once, also where a handler gives experience for a level", () => {
    const made = harness();
    const levels: number[] = [];
    const onLevel = (level: number): void => {
      levels.push(level);
      if (level === 1) giveXP(made, 1500);
    };
    for (const priority of [100, -100]) {
      made.context.bus.Subscribe(
        EventType.PRESTIGE_LEVEL_UP,
        (event) => onLevel(event.Get("prestige_level", 0)),
        priority,
      );
    }
    giveXP(made, 1000);
    // 1,000 at first, and 1,500 from each of the two handlers: level 3 would take 4,500.
    expectEqual(levels, [1, 2, 2, 1]);
    expectEqual(made.stats, {
      prestige_xp: 4000 - 1000 - 1500,
      prestige_level: 2,
      item_upgrade_capacity: 10,
    });
  });
});
