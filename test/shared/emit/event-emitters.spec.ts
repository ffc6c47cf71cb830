import { EVENT_TYPES } from "../../../shared/catalog/event-types";
import { createEmitters, type Emitters } from "../../../shared/emit/event-emitters";
import type { PlayerReference } from "../../../shared/emit/player-reference";
import type { Event } from "../../../shared/events/event";
import { EventBus } from "../../../shared/events/event-bus";
import { expectEqual, expectError } from "../expectations";

interface Harness {
  readonly bus: EventBus;
  readonly Emit: Emitters;
  /** All that was published. */
  readonly events: Event[];
}

function harness(): Harness {
  const bus = new EventBus({ clock: { now: () => 1000 }, report: (problem) => error(problem) });
  const events: Event[] = [];
  for (const row of EVENT_TYPES) {
    const name: string = row.name;
    bus.Subscribe(name, (event) => events.push(event));
  }
  return { bus, Emit: createEmitters(bus), events };
}

describe("createEmitters", () => {
  it("makes one emitter for each type of the catalog, which publishes that type", () => {
    const { Emit, events } = harness();
    let count = 0;
    for (const name in Emit) {
      Emit[name as keyof Emitters](1);
      count++;
    }
    expectEqual(count, EVENT_TYPES.length);
    const published = events.map((event) => event.type as string).sort();
    expectEqual(published, EVENT_TYPES.map((row) => row.name as string).sort());
  });

  it("names them in PascalCase", () => {
    const { Emit } = harness();
    const emitters = [
      Emit.PvpKill,
      Emit.BossKill,
      Emit.MythicRunComplete,
      Emit.HotspotXpGained,
      Emit.DailyReset,
    ];
    for (const emitter of emitters) expectEqual(typeof emitter, "function");
  });

  it("hands the payload over", () => {
    const { Emit, events } = harness();
    Emit.MythicRunComplete(7, { level: 15, in_time: true, rating_gained: 25 });
    Emit.QuestComplete(8, { quest_type: "daily" });
    Emit.PlayerLogout(9);
    expectEqual(
      events.map(({ type, player, data }) => ({ type, player, data })),
      [
        { type: "MYTHIC_RUN_COMPLETE", player: 7, data: { level: 15, in_time: true, rating_gained: 25 } },
        { type: "QUEST_COMPLETE", player: 8, data: { quest_type: "daily" } },
        { type: "PLAYER_LOGOUT", player: 9, data: {} },
      ],
    );
  });

  it("takes a low GUID, 0 for the realm, or an object that has one", () => {
    const { Emit, events } = harness();
    Emit.PvpKill(4294967295);
    Emit.DailyReset(0);
    Emit.BossKill({ GetGUIDLow: () => 42 });
    expectEqual(
      events.map((event) => event.player),
      [4294967295, 0, 42],
    );
  });

  it("takes 0 for what may be about the whole realm, and for nothing else", () => {
    const { Emit, events } = harness();
    for (const name in Emit) pcall(Emit[name as keyof Emitters], 0);
    const published = events.map((event) => event.type as string).sort();
    expectEqual(published, ["CUSTOM_EVENT", "DAILY_RESET", "SEASON_END", "SEASON_START", "WEEKLY_RESET"]);
  });

  it("takes one payload for several players, whatever handlers put into the event", () => {
    const { Emit, events, bus } = harness();
    bus.Subscribe("BOSS_KILL", (event) => event.Set("points", 10), 100);
    const payload = { creature_entry: 23954 };
    for (const player of [1, 2]) Emit.BossKill(player, payload);
    payload.creature_entry = 1;
    expectEqual(payload, { creature_entry: 1 });
    expectEqual(
      events.map(({ player, data }) => ({ player, data })),
      [1, 2].map((player) => ({ player, data: { creature_entry: 23954, points: 10 } })),
    );
  });

  it("takes amounts from 0 to 2^53 - 1", () => {
    const { Emit, events } = harness();
    Emit.DamageDealt(1, { target_entry: 0, amount: 9007199254740991 });
    expectEqual(events.length, 1);
  });
});

describe("emitters refuse", () => {
  function refuses(call: (Emit: Emitters) => void, problem: string): void {
    const { Emit, events } = harness();
    expectError(() => call(Emit), problem);
    expectEqual(events, []);
  }

  it("keys that the event does not have", () => {
    refuses(
      // @ts-expect-error The type of the payload has no such key.
      (Emit) => Emit.BossKill(1, { raidboss: true }),
      "Emit.BossKill: unknown key 'raidboss'; keys are creature_entry, heroic, map_id, raid_boss",
    );
    refuses(
      (Emit) => Emit.DailyReset(0, { day: 1 } as object),
      "Emit.DailyReset: unknown key 'day'; this event has no keys",
    );
  });

  it("numbers that are not whole, negative or too large", () => {
    const range = "Emit.PvpKill: 'victim_level' must be a whole number from 0 to 9007199254740991, not ";
    refuses((Emit) => Emit.PvpKill(1, { victim_level: 1.5 }), `${range}1.5`);
    refuses((Emit) => Emit.PvpKill(1, { victim_level: -1 }), `${range}-1`);
    refuses((Emit) => Emit.PvpKill(1, { victim_level: 9007199254740992 }), range);
    refuses((Emit) => Emit.PvpKill(1, { victim_level: Infinity }), range);
    refuses((Emit) => Emit.PvpKill(1, { victim_level: NaN }), range);
  });

  it("values of another type", () => {
    const text = "'victim_level' must be a whole number from 0 to 9007199254740991, not the string '80'";
    // @ts-expect-error A string is no number.
    refuses((Emit) => Emit.PvpKill(1, { victim_level: "80" }), text);
    // @ts-expect-error A number is no boolean.
    refuses((Emit) => Emit.BossKill(1, { heroic: 1 }), "'heroic' must be true or false, not 1");
    // @ts-expect-error A boolean is no text.
    refuses((Emit) => Emit.QuestComplete(1, { quest_type: true }), "'quest_type' must be a string, not true");
    refuses(
      (Emit) => Emit.BossKill(1, 5 as unknown as object),
      "Emit.BossKill: the payload must be a table, not 5",
    );
  });

  it("what is no player", () => {
    const nobodies: unknown[] = [-1, 1.5, 4294967296, "7", true, {}, { GetGUIDLow: () => "7" }];
    for (const nobody of nobodies) {
      refuses(
        (Emit) => Emit.BossKill(nobody as PlayerReference),
        "Emit.BossKill: the player must be a low GUID",
      );
    }
    refuses((Emit) => Emit.BossKill(undefined as unknown as number), "Emit.BossKill: the player must be");
    refuses((Emit) => Emit.BossKill(0), "Emit.BossKill: the player must be a low GUID (0 is no player)");
  });
});
