import { EventType } from "../../../shared/catalog/event-types";
import { expectEqual } from "../expectations";
import { DAY, harness, PLAYER } from "./harness";

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
      "highest_key_completed +15",
      "currency 1 +15500 mythic_plus",
      "season_pass_level = 1",
      "currency 2 +75 mythic_plus",
      "total_upgrade_tokens +75",
    ]);
  });

  it("gives no bonus for a run out of time and keeps a higher key", () => {
    const { context, asked } = harness({ highest_key_completed: 20 });
    context.bus.Publish({
      type: EventType.MYTHIC_RUN_COMPLETE,
      player: PLAYER,
      data: { level: 15, rating_gained: 0 },
    });
    expectEqual(asked[0], "mythic_rating +0");
    expectEqual(asked[1], "currency 1 +15000 mythic_plus");
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

describe("Season pass levels", () => {
  it("follow from the season's experience by the curve, and publish SEASON_RANK_CHANGE", () => {
    const { context, stats } = harness({ current_season_id: 3 });
    const changes: string[] = [];
    context.bus.Subscribe(EventType.SEASON_RANK_CHANGE, (event) => {
      const { season_id = 0, old_rank = 0, new_rank = 0 } = event.data;
      changes.push(`${season_id.toFixed(0)}: ${old_rank.toFixed(0)} to ${new_rank.toFixed(0)}`);
    });
    context.bus.Publish({ type: EventType.MYTHIC_RUN_COMPLETE, player: PLAYER, data: { level: 25 } });
    context.bus.Publish({ type: EventType.PVP_KILL, player: PLAYER });
    context.bus.Publish({ type: EventType.MYTHIC_RUN_COMPLETE, player: PLAYER, data: { level: 5 } });
    expectEqual(changes, ["3: 0 to 2", "3: 2 to 3"]);
    expectEqual(stats.season_pass_level, 3);
  });

  it("never fall when an admin makes the curve steeper", () => {
    const { context, stats } = harness({ season_pass_level: 9 });
    context.bus.Publish({ type: EventType.MYTHIC_RUN_COMPLETE, player: PLAYER, data: { level: 20 } });
    expectEqual(stats.season_pass_level, 9);
  });

  it("begin anew in a new season, and the experience with them", () => {
    const made = harness({ current_season_id: 1, season_pass_level: 7, season_pass_premium: 1 });
    made.currencies[1] = 5000;
    made.calendar = {
      previousDailyReset: 98 * DAY,
      dailyReset: 99 * DAY,
      nextDailyReset: 101 * DAY,
      weeklyReset: 0,
      seasonId: 2,
    };
    made.context.bus.Publish({ type: EventType.SEASON_START, data: { season_id: 2 } });
    expectEqual(made.stats.current_season_id, 2);
    expectEqual(made.stats.season_pass_level, 0);
    expectEqual(made.stats.season_pass_premium, 0);
    expectEqual(made.currencies[1], 0);
    made.context.bus.Publish({ type: EventType.PLAYER_LOGIN, player: PLAYER });
    expectEqual(made.stats.current_season_id, 2);
  });
});

describe("Prestige levels", () => {
  it("take their experience and publish PRESTIGE_LEVEL_UP for each", () => {
    const { context, stats } = harness();
    const levels: number[] = [];
    context.bus.Subscribe(EventType.PRESTIGE_LEVEL_UP, (event) =>
      levels.push(event.Get("prestige_level", 0)),
    );
    for (let key = 0; key < 10; key++) {
      context.bus.Publish({ type: EventType.KEYSTONE_UPGRADE, player: PLAYER, data: { new_level: 17 } });
    }
    expectEqual(levels, [1, 2]);
    expectEqual(stats.prestige_level, 2);
    expectEqual(stats.prestige_xp, 3000 - 1000 - 1500);
    expectEqual(stats.item_upgrade_capacity, 10);
  });

  it("count the player's bonus to prestige experience, rounded down", () => {
    const { context, stats, bonuses } = harness();
    bonuses["prestige xp_multiplier"] = 1.5;
    context.bus.Publish({ type: EventType.KEYSTONE_UPGRADE, player: PLAYER, data: { new_level: 15 } });
    expectEqual(stats.prestige_xp, 150);
  });
});

describe("Activity", () => {
  function loginAfter(lastLogin: number, days: number): Record<string, number> {
    const made = harness({ last_login: lastLogin, consecutive_daily_logins: days });
    made.calendar = {
      previousDailyReset: 98.25 * DAY,
      dailyReset: 99.25 * DAY,
      nextDailyReset: 100.25 * DAY,
      weeklyReset: 0,
      seasonId: 0,
    };
    made.context.bus.Publish({ type: EventType.PLAYER_LOGIN, player: PLAYER });
    return made.stats;
  }

  it("counts logins and their days in a row by the realm's resets", () => {
    expectEqual(loginAfter(0, 0).consecutive_daily_logins, 1);
    expectEqual(loginAfter(99.5 * DAY, 4).consecutive_daily_logins, 4);
    expectEqual(loginAfter(99 * DAY, 4).consecutive_daily_logins, 5);
    expectEqual(loginAfter(98 * DAY, 4).consecutive_daily_logins, 1);
    expectEqual(loginAfter(98 * DAY, 4).last_daily_reset, 99.25 * DAY);
    expectEqual(loginAfter(98 * DAY, 4).last_login, 100 * DAY);
  });

  it("leaves the days alone until the bridge has told the realm its day", () => {
    const { context, stats } = harness({ last_login: 5, consecutive_daily_logins: 4 });
    context.bus.Publish({ type: EventType.PLAYER_LOGIN, player: PLAYER });
    expectEqual(stats.consecutive_daily_logins, 4);
    expectEqual(stats.total_logins, 1);
  });

  it("adds the session to the time played", () => {
    const { context, stats } = harness({ total_playtime_seconds: 100 });
    context.bus.Publish({ type: EventType.PLAYER_LOGOUT, player: PLAYER, data: { session_seconds: 61 } });
    expectEqual(stats.total_playtime_seconds, 161);
  });

  it("counts the upgrades of items", () => {
    const { context, asked } = harness();
    for (const type of [EventType.ITEM_UPGRADED, EventType.ITEM_UPGRADE_FAILED]) {
      context.bus.Publish({ type, player: PLAYER, data: { item_entry: 50730 } });
    }
    expectEqual(asked, ["total_items_upgraded +1"]);
  });
});
