import { describe, expect, test } from "vitest";
import fixture from "../fixtures/lua-engines.json";
import type { EngineName, Worldserver } from "../simulated-realm/host/worldserver";
import { ENGINES, JAINA, RECORDER, seenCalls, seenHooks, THRALL, worldUnderTest } from "./world-under-test";

const bench = worldUnderTest();

interface HookRow {
  readonly args: string | null;
  readonly fires: boolean;
}

/** Whether an argument of this kind fits what the fixture says: `Unit|nil`, `uint64`, `number`, ... */
function fits(engine: EngineName, kind: string, declared: string): boolean {
  const classes: Readonly<Record<string, { readonly inherits: readonly string[] }>> =
    fixture.engines[engine].classes;
  return declared.split("|").some((one) => one === kind || classes[kind]?.inherits.includes(one) === true);
}

/** What is wrong with a recorded call such as `player 3: number, Player`; undefined when it is as declared. */
function faultOf(engine: EngineName, call: string): string | undefined {
  const [, hookClass = "", id = "", kinds = ""] = /^(\w+) (\d+): (.*)$/.exec(call) ?? [];
  const hooks: Readonly<Record<string, Readonly<Record<string, HookRow>>>> = fixture.engines[engine].hooks;
  const row = hooks[hookClass]?.[id];
  if (row?.args == null || !row.fires) return `${call} does not exist`;
  const declared = row.args.split(", ").map((argument) => argument.replace(/^\w+: /, ""));
  const got = kinds.split(", ");
  const isRight =
    got.length === declared.length && got.every((kind, index) => fits(engine, kind, declared[index] ?? ""));
  return isRight ? undefined : `${call} should be ${row.args}`;
}

function liveThroughEverything(world: Worldserver): void {
  world.login({ ...THRALL, gmRank: 3, mapId: 571 });
  world.login(JAINA);
  world.joinGroup("Thrall", "Jaina");
  world.killCreature("Thrall", { entry: 1, xp: 50 });
  world.killPlayer("Thrall", "Jaina");
  world.releaseGhost("Jaina");
  world.resurrect("Jaina");
  world.dieByCreature("Jaina", { entry: 2 });
  world.levelUp("Thrall", 81);
  world.acceptQuest("Thrall", 10);
  world.completeQuest("Thrall", 10);
  world.abandonQuest("Thrall", 11);
  world.achieve("Thrall", 12);
  world.attack("Thrall", { entry: 4 }, 100);
  world.heal("Thrall", "Jaina", 100);
  world.leaveCombat("Thrall");
  world.dieByEnvironment("Jaina", 2);
  world.lootItem("Thrall", { entry: 25 }, 3);
  world.lootMoney("Thrall", 100);
  world.command("Thrall", "something");
  world.command(undefined, "something");
  world.travel("Thrall", { mapId: 631, difficulty: 1 });
  world.receive({ player: "Jaina", prefix: "X", text: Buffer.from("y") });
  world.receive({ player: "Jaina", prefix: "X", text: undefined });
  world.tick(50);
  world.leaveGroup("Jaina");
  world.run(`
    GetPlayerByName("Jaina"):ModifyMoney(5)
    GetPlayerByName("Jaina"):LearnSpell(133)
  `);
  world.logout("Jaina");
}

test("the check of arguments knows a wrong one", () => {
  expect(faultOf("ale", "player 7: number, Player, Creature")).toBeUndefined();
  expect(faultOf("ale", "player 7: number, Player")).toContain("should be");
  expect(faultOf("ale", "player 7: number, Creature, Player")).toContain("should be");
  expect(faultOf("ale", "player 40: number")).toContain("does not exist");
});

describe.each(ENGINES)("on %s", (engine) => {
  test("every hook carries the arguments of the engine's table", async () => {
    const world = await bench.start(engine, RECORDER);
    liveThroughEverything(world);
    const calls = seenCalls(world);
    const fired = new Set(calls.map((call) => call.replace(/:.*/, "")));
    expect(fired.size).toBeGreaterThanOrEqual(32);
    expect(calls.map((call) => faultOf(engine, call)).filter((fault) => fault !== undefined)).toEqual([]);
    expect(world.errors).toEqual([]);
  });

  test("start: files, 33, 9, 14", async () => {
    const world = await bench.start(engine, RECORDER);
    expect(seenHooks(world)).toEqual(["server 33", "server 9", "server 14"]);
  });

  test("login: 21, 28, 47, 27, 3, and 30 the first time only", async () => {
    const world = await bench.start(engine, RECORDER);
    world.login(THRALL);
    world.logout("Thrall");
    seenHooks(world);
    const arrival = ["server 21", "player 28", "player 47", "player 27", "player 3"];
    world.login(THRALL);
    expect(seenHooks(world)).toEqual(arrival);
    world.login(JAINA);
    expect(seenHooks(world)).toEqual([...arrival, "player 30"]);
  });

  test("logout: 25, 4, 22, and the player is in the world in 4", async () => {
    const code = `${RECORDER} RegisterPlayerEvent(4, function(_, player) inWorld = player:IsInWorld() end)`;
    const world = await bench.start(engine, code);
    world.login(THRALL);
    seenHooks(world);
    world.logout("Thrall");
    expect(seenHooks(world)).toEqual(["player 25", "player 4", "server 22"]);
    expect(world.run("return inWorld")).toEqual([true]);
  });

  test("a lost connection is a logout a minute later, and nothing when the client comes back in time", async () => {
    const world = await bench.start(engine, RECORDER);
    world.login(THRALL);
    world.loseConnection("Thrall");
    world.pass(59_000, 1000);
    seenHooks(world);
    world.login(THRALL);
    expect(seenHooks(world)).toEqual(["player 47", "player 27"]);
    world.loseConnection("Thrall");
    world.pass(61_000, 1000);
    expect(seenHooks(world)).toEqual(["player 25", "player 4", "server 22"]);
  });

  test("travel: 22 at once, out of the world with the old map, then 21, 28, 47, 27, 47, 27", async () => {
    const world = await bench.start(engine, RECORDER);
    world.login({ ...THRALL, mapId: 571 });
    seenHooks(world);
    world.travel("Thrall", { mapId: 0 });
    expect(seenHooks(world)).toEqual(["server 22"]);
    const where = `local p = GetPlayerByName("Thrall") return p:IsInWorld(), p:GetMapId()`;
    expect(world.run(where)).toEqual([false, 571]);
    world.tick(50);
    const arrival = ["server 21", "player 28", "player 47", "player 27", "player 47", "player 27"];
    expect(seenHooks(world).filter((hook) => hook !== "server 17")).toEqual(arrival);
    expect(world.run(where)).toEqual([true, 0]);
  });

  test("reload: 16 in the old state, 33 in a new one, players online in both and at load, nothing replayed", async () => {
    const code = `
      ${RECORDER}
      count = #GetPlayersInWorld()
      RegisterServerEvent(16, function() print("close " .. #GetPlayersInWorld()) end)
      RegisterServerEvent(33, function() print("open " .. #GetPlayersInWorld()) end)
      CreateLuaEvent(function() print("timer") end, 100, 0)
    `;
    const world = await bench.start(engine, code);
    world.login(THRALL);
    world.run("old = true");
    world.log.length = 0;
    world.reload();
    expect(world.log).toEqual(["close 1", "open 1"]);
    expect(seenHooks(world)).toEqual(["server 33"]);
    expect(world.run("return old, count")).toEqual([null, 1]);
    world.log.length = 0;
    world.tick(100);
    expect(world.log).toEqual(["timer"]);
  });

  test("shutdown: 15, then 25, 4, 22 of each player, then 16", async () => {
    const code = `
      for _, id in ipairs({ 15, 22, 16 }) do RegisterServerEvent(id, function() print("server " .. id) end) end
      for _, id in ipairs({ 25, 4 }) do RegisterPlayerEvent(id, function() print("player " .. id) end) end
    `;
    const world = await bench.start(engine, code);
    world.login(THRALL);
    world.login(JAINA);
    world.shutdown();
    const leaving = ["player 25", "player 4", "server 22"];
    expect(world.log).toEqual(["server 15", ...leaving, ...leaving, "server 16"]);
    expect(() => world.tick(1)).toThrow("the server is shut down");
  });

  test("handlers run in the reverse order of registration, and an error in one stops no other", async () => {
    const code = `
      RegisterPlayerEvent(42, function() print("first") end)
      RegisterPlayerEvent(42, function() error("broken") end)
      RegisterPlayerEvent(42, function() print("last") return false end)
    `;
    const world = await bench.start(engine, code);
    expect(world.command(undefined, "x")).toBe(true);
    expect(world.log.map((line) => line.split("\n")[0])).toEqual([
      "last",
      "ERROR: script.lua:3: broken",
      "first",
    ]);
  });

  test("a handler ends after its shots or by the function that registering gave", async () => {
    const code = `
      RegisterPlayerEvent(42, function() print("twice") end, 2)
      cancel = RegisterPlayerEvent(42, function() print("until cancelled") end)
    `;
    const world = await bench.start(engine, code);
    world.command(undefined, "x");
    world.run("cancel()");
    world.command(undefined, "x");
    world.command(undefined, "x");
    expect(world.log).toEqual(["until cancelled", "twice", "twice"]);
  });

  test("an id above the maximum raises, an unused one below it does not", async () => {
    const world = await bench.start(engine, "");
    const { player } = fixture.engines[engine].maximumEventId;
    expect(() => world.run(`RegisterPlayerEvent(${player + 1}, print)`)).toThrow("Unknown event type");
    expect(world.run(`return type(RegisterPlayerEvent(${engine === "ale" ? 40 : 50}, print))`)).toEqual([
      "function",
    ]);
    expect(() => world.run("RegisterPlayerEvent(3)")).toThrow("function expected");
    expect(() => world.run("RegisterPlayerEvent(-3, print)")).toThrow("greater than or equal to 0");
  });
});

test("ALE puts what a handler returns in the place of damage, healing and money", async () => {
  const code = `
    RegisterPlayerEvent(66, function(_, _, _, amount) return amount * 2 end)
    RegisterPlayerEvent(65, function(_, _, _, amount) return amount + 1 end)
    RegisterPlayerEvent(14, function(_, _, amount) return amount - 1 end)
  `;
  const world = await bench.start("ale", code);
  world.login(THRALL);
  expect(world.attack("Thrall", { entry: 4 }, 100)).toBe(200);
  expect(world.heal("Thrall", "Thrall", 100)).toBe(101);
  world.lootMoney("Thrall", 50);
  expect(world.run(`return GetPlayerByName("Thrall"):GetCoinage()`)).toEqual([49]);
});

test("ALE blocks what a CAN_ handler does not allow; Eluna asks for false", async () => {
  const code = "RegisterPlayerEvent(48, function() end)";
  const ale = await bench.start("ale", `${code} RegisterPlayerEvent(59, function() end)`);
  const eluna = await bench.start("eluna-trinitycore", code);
  for (const world of [ale, eluna]) {
    world.login(THRALL);
    world.login(JAINA);
  }
  expect(ale.mayTrade("Thrall", "Jaina")).toBe(false);
  expect(ale.resurrect("Thrall")).toBe(false);
  expect(eluna.mayTrade("Thrall", "Jaina")).toBe(true);
  eluna.run("RegisterPlayerEvent(48, function() return false end)");
  expect(eluna.mayTrade("Thrall", "Jaina")).toBe(false);
});
