import { EventType } from "../../../shared/catalog/event-types";
import { BEFORE_SCRIPTS, BROADCASTS } from "../../../shared/systems/priorities";
import type { SeasonPassIntegration } from "../../../shared/integrations/season-pass";
import { expectEqual } from "../expectations";
import { DAY, harness, type Harness, PLAYER } from "./harness";

/** A player of season 1, in a realm where season `seasonId` runs. */
function playerOfSeasonOne(seasonId: number): Harness {
  const made = harness({ current_season_id: 1, season_pass_level: 7, season_pass_premium: 1 });
  made.currencies[1] = 5000;
  made.calendar = {
    previousDailyReset: 98 * DAY,
    dailyReset: 99 * DAY,
    nextDailyReset: 101 * DAY,
    weeklyReset: 0,
    seasonId,
  };
  return made;
}

/** The season pass level that handlers of each priority find when `type` is published. */
function levelsSeen(made: Harness, type: "SEASON_START" | "SEASON_END" | "PLAYER_LOGIN"): number[] {
  const seen: number[] = [];
  for (const priority of [99, 0, -99, BROADCASTS]) {
    made.context.bus.Subscribe(type, () => seen.push(made.stats.season_pass_level ?? 0), priority);
  }
  made.context.bus.Publish({ type, player: type === EventType.PLAYER_LOGIN ? PLAYER : 0 });
  return seen;
}

describe("A season that ends", () => {
  it("is told to all handlers and systems before levels and experience begin anew: they pay for them", () => {
    const made = playerOfSeasonOne(2);
    expectEqual(levelsSeen(made, EventType.SEASON_END), [7, 7, 7, 7]);
    expectEqual(made.stats, { current_season_id: 2, season_pass_level: 0, season_pass_premium: 0 });
    expectEqual(made.currencies[1], 0);
  });

  it("leaves levels and experience as they are until another one runs", () => {
    const made = playerOfSeasonOne(0);
    expectEqual(levelsSeen(made, EventType.SEASON_END), [7, 7, 7, 7]);
    expectEqual(made.stats, { current_season_id: 1, season_pass_level: 7, season_pass_premium: 1 });
    expectEqual(made.currencies[1], 5000);
  });
});

describe("The season pass", () => {
  it("tells which season runs", () => {
    const made = playerOfSeasonOne(2);
    const seasons = made.registry.Get("seasons") as SeasonPassIntegration;
    expectEqual(seasons.GetSeason(), 2);
    made.calendar = undefined;
    expectEqual(seasons.GetSeason(), 0);
  });
});

describe("A season that starts", () => {
  it("has begun for the players when handlers and systems hear of it: what they give belongs to it", () => {
    const made = playerOfSeasonOne(2);
    expectEqual(levelsSeen(made, EventType.SEASON_START), [0, 0, 0, 0]);
    expectEqual(made.stats.current_season_id, 2);
  });

  it("has not begun for a player who comes back where a handler asks to be called before that", () => {
    const made = playerOfSeasonOne(2);
    const found: number[] = [];
    made.context.bus.Subscribe(
      EventType.PLAYER_LOGIN,
      () => found.push(made.stats.current_season_id ?? 0, made.stats.season_pass_level ?? 0),
      BEFORE_SCRIPTS + 1,
    );
    made.context.bus.Publish({ type: EventType.PLAYER_LOGIN, player: PLAYER });
    expectEqual(found, [1, 7]);
  });

  it("has begun for a player who comes back when handlers and systems hear of the login", () => {
    expectEqual(levelsSeen(playerOfSeasonOne(2), EventType.PLAYER_LOGIN), [0, 0, 0, 0]);
  });
});
