import { EventType } from "../../../shared/catalog/event-types";
import { defaultIntegrationSettings } from "../../../shared/catalog/integration-settings";
import { EventBus } from "../../../shared/events/event-bus";
import { ActivitySystem } from "../../../shared/integrations/activity";
import type { PlayerProfileAccess } from "../../../shared/profile/player-profile";
import type { RealmCalendar } from "../../../shared/time/realm-calendar";
import { expectEqual } from "../expectations";

const PLAYER = 42;
const DAY = 86400;

interface Activity {
  readonly bus: EventBus;
  readonly stats: Record<string, number>;
  calendar: RealmCalendar;
}

/** The calendar of the day that began at the reset of day `day`, a quarter past its midnight. */
function onDay(day: number): RealmCalendar {
  return {
    previousDailyReset: (day - 0.75) * DAY,
    dailyReset: (day + 0.25) * DAY,
    nextDailyReset: (day + 1.25) * DAY,
    weeklyReset: 0,
    seasonId: 0,
  };
}

function profilesOf(stats: Record<string, number>): PlayerProfileAccess {
  const none = (): never => error("activity has nothing to do with currencies and unlocks");
  return {
    IncrementStat: (_guid, stat, amount = 1) => {
      stats[stat] = (stats[stat] ?? 0) + amount;
    },
    SetStat: (_guid, stat, value) => {
      stats[stat] = value;
    },
    GetStat: (_guid, stat) => stats[stat] ?? 0,
    AddCurrency: () => none(),
    SpendCurrency: () => none(),
    GetCurrency: () => none(),
    GrantUnlock: () => none(),
  };
}

/** A player with 4 days in a row who logged in at `lastLogin` and is online, in a realm whose day began at 99.25. */
function online(lastLogin: number, more: Record<string, number> = {}): Activity {
  const stats = { last_login: lastLogin, consecutive_daily_logins: 4, ...more };
  const bus = new EventBus({ clock: { now: () => 100 * DAY }, report: (problem) => error(problem) });
  const made: Activity = { bus, stats, calendar: onDay(99) };
  const system = new ActivitySystem({
    bus,
    profiles: profilesOf(stats),
    settings: defaultIntegrationSettings(),
    calendar: () => made.calendar,
    bonus: () => 1,
    whenLoaded: (_guid, _name, action) => action(),
    online: () => [PLAYER],
  });
  system.Initialize();
  return made;
}

describe("days in a row", () => {
  function reset({ bus }: Activity): void {
    bus.Publish({ type: EventType.DAILY_RESET });
  }

  it("count for those who are online at the reset, once", () => {
    const stayed = online(99 * DAY);
    reset(stayed);
    reset(stayed);
    expectEqual(stayed.stats.consecutive_daily_logins, 5);
    expectEqual(stayed.stats.last_daily_reset, 99.25 * DAY);
    expectEqual(stayed.stats.last_login, 99 * DAY);
  });

  it("count once for who came after the reset, also when the day was not known at the login", () => {
    const made = online(99.5 * DAY);
    reset(made);
    expectEqual(made.stats.consecutive_daily_logins, 4);
    expectEqual(made.stats.last_daily_reset, 99.25 * DAY);
    const first = online(99.5 * DAY, { consecutive_daily_logins: 0 });
    reset(first);
    reset(first);
    expectEqual(first.stats.consecutive_daily_logins, 1);
  });

  it("go on for who was online over a reset and comes back on the next day", () => {
    const made = online(98.5 * DAY);
    reset(made);
    made.calendar = onDay(100);
    made.bus.Publish({ type: EventType.PLAYER_LOGIN, player: PLAYER });
    expectEqual(made.stats.consecutive_daily_logins, 6);
    made.calendar = onDay(102);
    made.bus.Publish({ type: EventType.PLAYER_LOGIN, player: PLAYER });
    expectEqual(made.stats.consecutive_daily_logins, 1);
  });

  it("count at the logout of who was online over a reset that no bridge has told", () => {
    const made = online(99 * DAY);
    for (let times = 0; times < 2; times++) {
      made.bus.Publish({ type: EventType.PLAYER_LOGOUT, player: PLAYER });
      expectEqual(made.stats.consecutive_daily_logins, 5);
    }
    expectEqual(made.stats.last_daily_reset, 99.25 * DAY);
  });

  it("do not stand still for the year by which a clock was ahead for a while", () => {
    const made = online(99 * DAY, { last_daily_reset: 464.25 * DAY });
    reset(made);
    expectEqual(made.stats.consecutive_daily_logins, 5);
    expectEqual(made.stats.last_daily_reset, 99.25 * DAY);
  });
});
