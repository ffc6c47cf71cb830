import { EventType } from "../../../shared/catalog/event-types";
import { EventBus } from "../../../shared/events/event-bus";
import type { TypeStatistics } from "../../../shared/events/statistics";
import { SystemRegistry } from "../../../shared/systems/system-registry";
import { expectEqual, expectError } from "../expectations";

function newBus(): EventBus {
  return new EventBus({ clock: { now: () => 1000 }, report: () => {} });
}

function statisticsOf(bus: EventBus, type: string): TypeStatistics | undefined {
  for (const statistics of bus.GetStatistics()) if (statistics.type === type) return statistics;
  return undefined;
}

describe("subscriptions of a system", () => {
  it("are those that its methods make", () => {
    const bus = newBus();
    const registry = new SystemRegistry({
      report: () => {},
      subscribeFor: (system) => bus.SubscribeFor(system),
    });
    const subscribe = (): void => {
      bus.Subscribe(EventType.BOSS_KILL, () => {});
    };
    const raise = (): never => error("raised");
    registry.Register({ GetName: () => "bounty", Initialize: subscribe, OnPlayerLogin: subscribe });
    registry.Register({ GetName: () => "broken", OnPlayerLogin: raise });
    registry.InitializeAll();
    registry.BroadcastPlayerLogin(7);
    subscribe();
    const systems: string[] = [];
    for (const { system } of statisticsOf(bus, "BOSS_KILL")?.subscriptions ?? []) systems.push(system);
    expectEqual(systems, ["bounty", "bounty", ""]);
  });

  it("can be switched off and on again, in their old places, also those made meanwhile", () => {
    const bus = newBus();
    const calls: string[] = [];
    bus.SubscribeFor("bounty");
    bus.Subscribe(EventType.BOSS_KILL, () => calls.push("bounty"));
    bus.SubscribeFor("");
    bus.Subscribe(EventType.BOSS_KILL, () => calls.push("other"));
    bus.SetSystemEnabled("bounty", false);
    bus.SubscribeFor("bounty");
    bus.Subscribe(EventType.BOSS_KILL, () => calls.push("late"), 5);
    bus.SubscribeFor("");
    bus.Publish({ type: EventType.BOSS_KILL });
    expectEqual(calls, ["other"]);
    bus.SetSystemEnabled("bounty", true);
    bus.Publish({ type: EventType.BOSS_KILL });
    expectEqual(calls, ["other", "late", "bounty", "other"]);
  });

  it("can be unsubscribed while they are switched off", () => {
    const bus = newBus();
    const calls: string[] = [];
    bus.SubscribeFor("bounty");
    const id = bus.Subscribe(EventType.BOSS_KILL, () => calls.push("bounty"));
    bus.SetSystemEnabled("bounty", false);
    bus.Unsubscribe(id);
    bus.SetSystemEnabled("bounty", true);
    bus.Publish({ type: EventType.BOSS_KILL });
    expectEqual(calls, []);
  });

  it("tell whoever watches the demand when they go and come", () => {
    const bus = newBus();
    const heard: boolean[] = [];
    bus.ObserveDemand(EventType.DAMAGE_DEALT, (wanted) => heard.push(wanted));
    bus.SubscribeFor("meter");
    bus.Subscribe(EventType.DAMAGE_DEALT, () => {});
    bus.SetSystemEnabled("meter", false);
    bus.SetSystemEnabled("meter", true);
    expectEqual(heard, [true, false, true]);
  });

  it("need the system's name", () => {
    expectError(() => newBus().SetSystemEnabled("", false), "needs a system's name");
  });
});

describe("statistics of the bus", () => {
  it("count publishes by type and errors by handler", () => {
    const bus = newBus();
    bus.Subscribe(EventType.BOSS_KILL, () => error("boom"));
    for (let count = 0; count < 3; count++) bus.Publish({ type: EventType.BOSS_KILL });
    const statistics = statisticsOf(bus, "BOSS_KILL");
    expectEqual(statistics?.published, 3);
    expectEqual(statistics?.subscriptions[0]?.errors, 3);
    expectEqual(statisticsOf(bus, "PVP_KILL")?.published, 0);
  });

  it("count calls and time by handler while the bus is profiled", () => {
    const bus = newBus();
    let clock = 0;
    bus.Subscribe(EventType.BOSS_KILL, () => (clock += 2));
    bus.Subscribe(
      EventType.BOSS_KILL,
      () => (clock += 5),
      (event) => event.player === 7,
    );
    bus.Publish({ type: EventType.BOSS_KILL, player: 7 });
    bus.StartProfiling(() => clock);
    bus.Publish({ type: EventType.BOSS_KILL, player: 7 });
    bus.Publish({ type: EventType.BOSS_KILL, player: 8 });
    bus.StopProfiling();
    bus.Publish({ type: EventType.BOSS_KILL, player: 7 });
    const [first, second] = statisticsOf(bus, "BOSS_KILL")?.subscriptions ?? [];
    expectEqual([first?.calls, first?.seconds], [2, 4]);
    expectEqual([second?.calls, second?.seconds], [1, 5]);
  });
});

describe("history by player", () => {
  it("gives the last events about one player, newest first", () => {
    const bus = newBus();
    bus.Publish({ type: EventType.BOSS_KILL, player: 1 });
    bus.Publish({ type: EventType.BOSS_KILL, player: 2 });
    bus.Publish({ type: EventType.PVP_KILL, player: 1 });
    const types: string[] = [];
    for (const event of bus.GetRecentEventsOf(1)) types.push(event.type);
    expectEqual(types, ["PVP_KILL", "BOSS_KILL"]);
  });
});
