import { describe, expect, test } from "vitest";
import { ELUNAS, ENGINES, JAINA, THRALL, worldUnderTest } from "./world-under-test";

const bench = worldUnderTest();

const KEEP = `RegisterPlayerEvent(3, function(_, player) kept = player end)`;

describe("objects", () => {
  test.each(["ale", "eluna-azerothcore"] as const)(
    "are dead after the outermost hook on %s",
    async (engine) => {
      const world = await bench.start(engine, KEEP);
      world.login(THRALL);
      expect(() => world.run("return kept:GetName()")).toThrow(
        "calling 'GetName' on bad self (Player expected, got pointer to nonexisting (invalidated) object (userdata). " +
          "Check your code.)",
      );
      expect(() => world.run("return tostring(kept)")).toThrow("bad argument #1 to 'Player.__tostring'");
      expect(world.run("return type(kept)")).toEqual(["userdata"]);
    },
  );

  test.each(["ale", "eluna-azerothcore"] as const)(
    "are dead after the outermost hook on %s, also behind code that has raised",
    async (engine) => {
      const world = await bench.start(engine, KEEP);
      expect(() => world.run("error('on purpose')")).toThrow("on purpose");
      world.login(THRALL);
      expect(() => world.run("return kept:GetName()")).toThrow("nonexisting (invalidated) object");
    },
  );

  test.each(["eluna-trinitycore", "eluna-cmangos"] as const)(
    "live as long as the player on %s",
    async (engine) => {
      const world = await bench.start(engine, KEEP);
      world.login(THRALL);
      world.tick(50);
      expect(world.run("return kept:GetName()")).toEqual(["Thrall"]);
      world.logout("Thrall");
      expect(() => world.run("return kept:GetName()")).toThrow("nonexisting");
    },
  );

  test.each(ENGINES)("live through a hook within a hook on %s", async (engine) => {
    const code = `
      RegisterPlayerEvent(14, function() end)
      RegisterPlayerEvent(3, function(_, player) player:ModifyMoney(5) print(player:GetName()) end)
    `;
    const world = await bench.start(engine, code);
    world.login(THRALL);
    expect(world.log).toEqual(["Thrall"]);
  });

  test.each(ENGINES)("of the same thing are never the same value on %s", async (engine) => {
    const world = await bench.start(engine, "");
    world.login(THRALL);
    expect(world.run(`return GetPlayerByName("Thrall") == GetPlayerByName("Thrall")`)).toEqual([false]);
  });

  test.each(ENGINES)("refuse a call on something else and a new field on %s", async (engine) => {
    const world = await bench.start(engine, "");
    world.login(THRALL);
    const call = (code: string) => () => world.run(`local p = GetPlayerByName("Thrall") ${code}`);
    expect(call("p.GetName(5)")).toThrow("calling 'GetName' on bad self (Player expected, got number)");
    expect(call("p.GetName(p:GetMap())")).toThrow("(Player expected, got Map)");
    expect(call("p.note = 1")).toThrow("new field 'note'");
  });
});

describe("names", () => {
  test("that ALE lacks are nil", async () => {
    const world = await bench.start("ale", "");
    world.login(THRALL);
    expect(world.run(`return GetPlayersOnMap, ReloadEluna, events, GetPlayerByName("Thrall").Data`)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test.each(ELUNAS)("that %s has without implementing them raise when they are called", async (engine) => {
    const world = await bench.start(engine, "");
    world.login(THRALL);
    expect(() => world.run(`GetPlayerByName("Thrall"):UpdateHonor()`)).toThrow(
      "attempt to call method 'UpdateHonor' that is not implemented for this emulator",
    );
    expect(() => world.run("GetPlayersOnMap()")).toThrow("does not exist for state: -1");
    expect(world.run("return HttpRequest, events.player.on_login")).toEqual([null, 3]);
  });

  test("of cMaNGOS that raise: IsDungeonBoss, GetXP, CharDBQueryAsync", async () => {
    const code = `
      RegisterPlayerEvent(7, function(_, _, killed) print(killed:GetRank(), killed:IsWorldBoss(), pcall(killed.IsDungeonBoss, killed)) end)
    `;
    const world = await bench.start("eluna-cmangos", code);
    world.login(THRALL);
    world.killCreature("Thrall", { entry: 1, rank: 3 });
    expect(world.log[0]).toContain("3\ttrue\tfalse\tattempt to call method 'IsDungeonBoss'");
    expect(() => world.run(`GetPlayerByName("Thrall"):GetXP()`)).toThrow("not implemented");
    expect(() => world.run(`CharDBQueryAsync("SELECT 1", print)`)).toThrow("not implemented");
  });

  test.each(ENGINES)("that the double does not model say so on %s", async (engine) => {
    const world = await bench.start(engine, "");
    world.login(THRALL);
    expect(() => world.run("RegisterCreatureEvent(1, 4, print)")).toThrow(
      "the double does not model RegisterCreatureEvent",
    );
    expect(() => world.run(`GetPlayerByName("Thrall"):GetLatency()`)).toThrow(
      "the double does not model Player:GetLatency",
    );
  });

  test("tell the engines apart", async () => {
    const names: unknown[] = [];
    for (const engine of ENGINES) {
      const world = await bench.start(engine, "");
      names.push(world.run("return GetLuaEngine(), GetCoreName(), GetStateMapId()"));
    }
    expect(names).toEqual([
      ["ALEEngine", "AzerothCore", -1],
      ["ElunaEngine", "AzerothCore", -1],
      ["ElunaEngine", "TrinityCore", -1],
      ["ElunaEngine", "cMaNGOS", -1],
    ]);
  });
});

describe("GUIDs and 64-bit numbers", () => {
  test("ALE: by value with ==, ordered with each other, no key, no text, no number", async () => {
    const world = await bench.start("ale", "");
    world.login(THRALL);
    const values = world.run(`
      local p = GetPlayerByName("Thrall")
      local a, b = p:GetGUID(), p:GetGUID()
      local keyed = { [a] = true }
      return a == b, rawequal(a, b), keyed[b], a == 7, type(a), tostring(a), tonumber(a), tonumber(tostring(a)),
        type(a - 0), tostring(a + 1), a < b + 1, (pcall(function() return "x" .. a end))
    `);
    expect(values).toEqual([
      true,
      false,
      null,
      false,
      "userdata",
      "7",
      null,
      7,
      "userdata",
      "8",
      true,
      false,
    ]);
    expect(() => world.run("string.format('%d', GetGameTime())")).toThrow();
  });

  test.each(ELUNAS)("%s: an ObjectGuid that is compared by value and has the core's text", async (engine) => {
    const world = await bench.start(engine, "");
    world.login(THRALL);
    const [isSame, text] = world.run(`
      local p = GetPlayerByName("Thrall")
      return p:GetGUID() == GetPlayerGUID(7), tostring(p:GetGUID())
    `);
    expect(isSame).toBe(true);
    expect(text).not.toBe("7");
  });

  test.each(ENGINES)("%s finds a player by a GUID made of the low one; nobody offline", async (engine) => {
    const world = await bench.start(engine, "");
    world.login(THRALL);
    const find = "return GetPlayerByGUID(GetPlayerGUID(7)):GetName(), GetPlayerByGUID(GetPlayerGUID(8))";
    expect(world.run(find)).toEqual(["Thrall", null]);
    expect(() => world.run("GetPlayerByGUID(nil)")).toThrow("expected");
  });

  test("only ALE takes a plain number for a GUID, and finds nobody by a string", async () => {
    const ale = await bench.start("ale", "");
    ale.login(THRALL);
    expect(ale.run(`return GetPlayerByGUID(7):GetName(), GetPlayerByGUID("Thrall")`)).toEqual([
      "Thrall",
      null,
    ]);
    for (const engine of ELUNAS) {
      const world = await bench.start(engine, "");
      expect(() => world.run("GetPlayerByGUID(7)")).toThrow("ObjectGuid expected");
    }
  });

  test("GetGameTime is a 64-bit number on AzerothCore's engines; os.time is one everywhere", async () => {
    const kinds: unknown[] = [];
    for (const engine of ENGINES) {
      const world = await bench.start(engine, "", { now: 1_800_000_000 });
      world.pass(2500, 500);
      kinds.push(world.run("return type(GetGameTime()), tostring(GetGameTime()), os.time(), GetCurrTime()"));
    }
    const time = ["1800000002", 1_800_000_002, 2500];
    expect(kinds).toEqual([
      ["userdata", ...time],
      ["userdata", ...time],
      ["number", ...time],
      ["number", ...time],
    ]);
  });
});

test.each(ENGINES)("arguments are checked on %s", async (engine) => {
  const world = await bench.start(engine, "");
  world.login(THRALL);
  world.login(JAINA);
  const send = (rest: string) => () =>
    world.run(`local t, j = GetPlayerByName("Thrall"), GetPlayerByName("Jaina") t:SendAddonMessage(${rest})`);
  send(`"P", "text", 7, j`)();
  expect(bench.delivered).toEqual([{ player: "Jaina", prefix: "P", text: Buffer.from("text"), chatType: 7 }]);
  expect(send(`"P", nil, 7, j`)).toThrow(
    "bad argument #2 to 'SendAddonMessage' (string expected, got no value)",
  );
  expect(send(`"P", "text", -1, j`)).toThrow("bad argument #3");
  expect(send(`"P", "text", 7`)).toThrow("bad argument #4");
  expect(() => world.run("CreateLuaEvent(print, 4294967296)")).toThrow("less than or equal to 4294967295");
  expect(() => world.run("GetQuest(-1)")).toThrow("greater than or equal to 0");
});
