import { currentSeason, type Season, seasonChanges } from "../../../shared/time/season-calendar";
import { expectEqual } from "../expectations";

const SEASONS: readonly Season[] = [
  { season_id: 3, starts_at: 3000, ends_at: 0 },
  { season_id: 1, starts_at: 1000, ends_at: 2000 },
  { season_id: 2, starts_at: 2000, ends_at: 2500 },
];

function idAt(unix: number, seasons = SEASONS): number | undefined {
  return currentSeason(seasons, unix)?.season_id;
}

function changes(since: number, now: number): string[] {
  return seasonChanges(SEASONS, since, now).map(
    ({ kind, season_id, at }) => `${kind} ${season_id.toFixed(0)} at ${at.toFixed(0)}`,
  );
}

const ALL = ["start 1 at 1000", "end 1 at 2000", "start 2 at 2000", "end 2 at 2500", "start 3 at 3000"];

describe("currentSeason", () => {
  it("is the one from its first second to the last before its end", () => {
    expectEqual(idAt(999), undefined);
    expectEqual(idAt(1000), 1);
    expectEqual(idAt(1999), 1);
    expectEqual(idAt(2000), 2);
    expectEqual(idAt(2500), undefined);
    expectEqual(idAt(2147483647), 3);
    expectEqual(idAt(1000, []), undefined);
  });

  it("is the one that started last where seasons overlap, and then the one with the higher number", () => {
    const overlapping: Season[] = [
      { season_id: 9, starts_at: 1500, ends_at: 1800 },
      { season_id: 4, starts_at: 1500, ends_at: 1700 },
      { season_id: 10, starts_at: 1000, ends_at: 2000 },
    ];
    expectEqual(idAt(1600, overlapping), 9);
    expectEqual(idAt(1900, overlapping), 10);
  });
});

describe("seasonChanges", () => {
  it("gives all that is due after a downtime, in order, ends before starts", () => {
    expectEqual(changes(0, 5000), ALL);
  });

  it("gives what is due at a moment to the call that ends with it, not to the one that begins with it", () => {
    expectEqual(changes(900, 1000), ["start 1 at 1000"]);
    expectEqual(changes(1000, 1999), []);
    expectEqual(changes(1999, 2000), ["end 1 at 2000", "start 2 at 2000"]);
  });

  it("gives each exactly once, however the calls are spaced", () => {
    for (const spacing of [1, 7, 100, 333, 1000, 4999]) {
      const given: string[] = [];
      for (let since = 0; since < 5000; since += spacing) {
        for (const change of changes(since, since + spacing)) given.push(change);
      }
      expectEqual(given, ALL);
    }
  });

  it("gives nothing twice when the clock was set back", () => {
    expectEqual(changes(2500, 1000), []);
  });
});
