import { describe, expect, test } from "vitest";
import type { EngineName, Worldserver } from "../simulated-realm/host/worldserver";
import { ELUNAS, ENGINES, JAINA, THRALL, worldUnderTest } from "./world-under-test";

const bench = worldUnderTest();

const LISTEN = `RegisterServerEvent(30, function(_, sender, type, prefix, msg, target)
  print(sender:GetName(), type, prefix, msg and #msg, target:GetName())
end)`;

async function withThrall(engine: EngineName, code: string): Promise<Worldserver> {
  const world = await bench.start(engine, code);
  world.login(THRALL);
  return world;
}

function send(world: Worldserver, length: number, player = "Thrall"): void {
  world.receive({ player, prefix: "CAIO", text: Buffer.alloc(length - "CAIO\t".length, "x") });
}

describe.each(ENGINES)("addon messages on %s", (engine) => {
  test("of 255 bytes arrive at the next tick, longer ones never", async () => {
    const world = await withThrall(engine, LISTEN);
    send(world, 255);
    send(world, 256);
    expect(world.log).toEqual([]);
    world.tick(50);
    expect(world.log).toEqual(["Thrall\t7\tCAIO\t250\tThrall"]);
    expect(bench.delivered.map((message) => message.text.length)).toEqual([250]);
  });

  test("are lost when their sender is not in the world", async () => {
    const world = await bench.start(engine, LISTEN);
    send(world, 20);
    world.tick(50);
    world.login(THRALL);
    world.tick(50);
    world.travel("Thrall", { mapId: 1 });
    send(world, 20);
    world.tick(50);
    expect(world.log).toEqual([]);
    send(world, 20);
    world.tick(50);
    expect(world.log).toHaveLength(1);
  });

  test("come back to their sender unless a handler returns false", async () => {
    const world = await withThrall(engine, "RegisterServerEvent(30, function() return false end)");
    send(world, 20);
    world.tick(50);
    expect(bench.delivered).toEqual([]);
  });

  test("of one session are handled 150 a tick, in order", async () => {
    const world = await withThrall(
      engine,
      "RegisterServerEvent(30, function(_, _, _, _, msg) print(#msg) end)",
    );
    for (let index = 0; index < 160; index++) send(world, 20 + index);
    world.tick(50);
    expect(world.log).toHaveLength(150);
    world.tick(50);
    expect(world.log.map(Number)).toEqual(Array.from({ length: 160 }, (_, index) => 15 + index));
  });

  test("carry every byte but NUL, and no text without a tab", async () => {
    const world = await withThrall(engine, LISTEN);
    const bytes = Buffer.from(Array.from({ length: 240 }, (_, index) => index + 16));
    world.receive({ player: "Thrall", prefix: "CAIO", text: bytes });
    world.receive({ player: "Thrall", prefix: "CAIO", text: Buffer.from("ab\0cd") });
    world.receive({ player: "Thrall", prefix: "no tab", text: undefined });
    world.tick(50);
    expect(Buffer.from(bench.delivered[0]?.text ?? [])).toEqual(bytes);
    expect(world.log.map((line) => line.split("\t").slice(2, 4))).toEqual([
      ["CAIO", "240"],
      ["CAIO", "2"],
      ["no tab", "nil"],
    ]);
  });

  test("to a client without limit of length, and to nobody when the connection is lost", async () => {
    const world = await withThrall(engine, "");
    const code = `local p = GetPlayerByName("Thrall") p:SendAddonMessage("SAIO", string.rep("\\200", 60000), 7, p)`;
    world.run(code);
    expect(bench.delivered.map((message) => message.text.length)).toEqual([60_000]);
    world.loseConnection("Thrall");
    world.run(code);
    expect(bench.delivered).toHaveLength(1);
  });
});

describe.each(ENGINES)("timers on %s", (engine) => {
  test("get id, delay, repeats left, and end", async () => {
    const world = await bench.start(engine, "CreateLuaEvent(print, 100, 2)");
    world.pass(1000);
    expect(world.log).toEqual(["1\t100\t2\tnil", "1\t100\t1\tnil"]);
  });

  test("do not catch up after a long tick", async () => {
    const world = await bench.start(engine, "CreateLuaEvent(print, 100, 0)");
    world.tick(1000);
    world.tick(99);
    expect(world.log).toEqual(["1\t100\t0\tnil"]);
    world.tick(1);
    expect(world.log).toHaveLength(2);
  });

  test("can end themselves, and their ids are used again", async () => {
    const world = await bench.start(
      engine,
      "CreateLuaEvent(function(id) RemoveEventById(id) print(id) end, 10, 0)",
    );
    world.pass(200);
    expect(world.log).toEqual(["1"]);
    expect(world.run("return CreateLuaEvent(print, 10)")).toEqual([1]);
  });

  test("of an object get it as their fourth argument and end with it", async () => {
    const world = await withThrall(engine, "");
    const code = `GetPlayerByName("Thrall"):RegisterEvent(function(id, delay, left, player) print(player:GetName()) end, 100, 0)`;
    world.run(code);
    world.pass(100);
    expect(world.log).toEqual(["Thrall"]);
    world.logout("Thrall");
    world.pass(500);
    expect(world.log).toEqual(["Thrall"]);
  });
});

test("a timer of delay 0 without end hangs ALE, and runs once a tick on Eluna", async () => {
  const code = `CreateLuaEvent(function() print("again") end, 0, 0)`;
  const ale = await bench.start("ale", code);
  expect(() => ale.tick(50)).toThrow("world frozen by: an event of delay 0");
  for (const engine of ELUNAS) {
    const world = await bench.start(engine, code);
    world.pass(100);
    expect(world.log).toEqual(["again", "again"]);
  }
});

describe.each(ENGINES)("commands on %s", (engine) => {
  const HANDLER = `RegisterPlayerEvent(42, function(_, player, text, handler)
    print(player and player:GetName(), text, handler and handler:IsConsole())
    return text ~= "mine"
  end)`;

  test("reach hook 42, from players and from RunCommand at the next tick", async () => {
    const world = await withThrall(engine, HANDLER);
    expect(world.command("Thrall", "mine")).toBe(true);
    world.run(`RunCommand("other")`);
    world.tick(50);
    const [fromPlayer, fromConsole] = engine === "ale" ? ["false", "true"] : ["nil", "nil"];
    expect(world.log).toEqual([`Thrall\tmine\t${fromPlayer}`, `nil\tother\t${fromConsole}`]);
  });

  test("that reload are taken by the engine, from administrators only", async () => {
    const world = await withThrall(engine, `${HANDLER} loads = 1`);
    const reload = engine === "ale" ? "reload ale" : "reload eluna";
    world.command("Thrall", reload);
    expect(world.log).toHaveLength(1);
    world.run("old = true");
    world.login({ ...JAINA, gmRank: 3 });
    world.command("Jaina", reload);
    world.tick(50);
    expect(world.log).toHaveLength(1);
    expect(world.run("return old")).toEqual([null]);
  });
});

describe.each(ENGINES)("the script folder on %s", (engine) => {
  const say = (name: string) => ({ name, code: `print("${name}") return "${name}"` });

  test("is read in order of path, .ext first; equal base names and syntax errors are skipped", async () => {
    const scripts = [
      say("b.lua"),
      say("a.lua"),
      say("z.ext"),
      say("sub/a.lua"),
      { name: "c.lua", code: "this is no Lua" },
    ];
    const world = await bench.start(engine, "", { scripts });
    expect(world.log.filter((line) => !line.startsWith("ERROR"))).toEqual(["z.ext", "a.lua", "b.lua"]);
    expect(world.errors[0]).toContain("sub/a.lua is skipped");
    expect(world.errors[1]).toContain("c.lua:1:");
  });

  test("serves require, once for each file", async () => {
    const scripts = [{ name: "a.lua", code: `print("got " .. require("b"))` }, say("b.lua")];
    const world = await bench.start(engine, "", { scripts });
    expect(world.log).toEqual(["b.lua", "got b.lua"]);
  });

  test("keeps files that begin with a digit out of Eluna's world state", async () => {
    const world = await bench.start(engine, "", { scripts: [say("01_core.lua")] });
    expect(world.log).toEqual(engine === "ale" ? ["01_core.lua"] : []);
  });
});

test("what a test's own function throws reaches the test, whatever a script catches", async () => {
  const world = await bench.start("ale", "", {
    deliver: () => {
      throw new Error("the test's own");
    },
  });
  world.login(THRALL);
  const code = `local p = GetPlayerByName("Thrall") pcall(p.SendAddonMessage, p, "X", "y", 7, p)`;
  expect(() => world.run(code)).toThrow("the test's own");
  world.tick(50);
});

test("a script that is fatal while it is loaded stops the start", async () => {
  await expect(bench.start("ale", `CharDBQuery("SELECT 1 FROM nowhere")`)).rejects.toThrow(
    "world frozen by: SELECT 1 FROM nowhere",
  );
});
