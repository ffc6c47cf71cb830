import { describe, expect, test } from "vitest";
import type { EngineName, Worldserver } from "../simulated-realm/host/worldserver";
import { ELUNAS, JAINA, THRALL, worldUnderTest } from "./world-under-test";

const bench = worldUnderTest();

const NORTHREND = { mapId: 571 };
const KEEP = { mapId: 574 };

/** Says in which state each of these hooks runs. */
const WATCH = `
  local function say(what) print(GetStateMapId() .. " " .. what) end
  for _, id in ipairs({ 3, 4, 42, 7, 13, 25, 28 }) do RegisterPlayerEvent(id, function() say("player " .. id) end) end
  for _, id in ipairs({ 16, 17, 21, 22, 30, 33 }) do RegisterServerEvent(id, function() say("server " .. id) end) end
  say("load")
`;

async function split(engine: EngineName, code: string): Promise<Worldserver> {
  const world = await bench.start(engine, code, { mapStates: true });
  world.log.length = 0;
  return world;
}

describe.each(ELUNAS)("with a state for each map, %s", (engine) => {
  test("reads the files in each new map state", async () => {
    const world = await split(engine, WATCH);
    world.login({ ...THRALL, ...NORTHREND });
    expect(world.log.slice(0, 3)).toEqual(["571 load", "571 server 33", "571 server 17"]);
    world.log.length = 0;
    world.login({ ...JAINA, ...NORTHREND });
    expect(world.log).not.toContain("571 load");
  });

  test("fires each hook in one state: logins and messages in the world's, the rest in the map's", async () => {
    const world = await split(engine, WATCH);
    world.login({ ...THRALL, ...NORTHREND });
    world.log.length = 0;
    world.killCreature("Thrall", { entry: 1 });
    world.levelUp("Thrall", 81);
    world.command("Thrall", "x");
    world.receive({ player: "Thrall", prefix: "X", text: Buffer.from("y") });
    world.tick(50);
    world.logout("Thrall");
    expect(world.log).toEqual([
      "571 player 7",
      "571 player 13",
      "-1 player 42",
      "-1 server 30",
      "571 player 25",
      "-1 player 4",
      "571 server 22",
    ]);
  });

  test("shares no globals, and keeps timers with their state", async () => {
    const world = await split(engine, "");
    world.login({ ...THRALL, ...NORTHREND });
    world.run("mine = 1");
    world.run(`CreateLuaEvent(function() print(GetStateMapId()) end, 100)`, NORTHREND);
    expect(world.run("return mine", NORTHREND)).toEqual([null]);
    world.pass(100);
    expect(world.log).toEqual(["571"]);
  });

  test("has the world's functions in the world state only, and the maps' in theirs", async () => {
    const world = await split(engine, "");
    world.login({ ...THRALL, ...NORTHREND });
    expect(() => world.run("GetPlayersInWorld()", NORTHREND)).toThrow("does not exist for state: 571");
    expect(() => world.run("GetPlayersOnMap()")).toThrow("does not exist for state: -1");
    expect(world.run("return #GetPlayersOnMap(), GetStateMap():GetName()", NORTHREND)).toEqual([
      1,
      "Northrend",
    ]);
    expect(world.run("return IsCompatibilityMode()")).toEqual([false]);
  });

  test("closes and opens every state at a reload, and closes every one at a shutdown", async () => {
    const world = await split(engine, WATCH);
    world.login({ ...THRALL, ...NORTHREND });
    world.login({ ...JAINA, ...KEEP });
    world.log.length = 0;
    world.reload();
    const reload = (map: string) => [`${map} server 16`, `${map} load`, `${map} server 33`];
    expect(world.log).toEqual([...reload("-1"), ...reload("571"), ...reload("574")]);
    world.log.length = 0;
    world.shutdown();
    expect(world.log.slice(-3)).toEqual(["-1 server 16", "571 server 16", "574 server 16"]);
  });

  test("takes a map's command to the world state", async () => {
    const world = await split(
      engine,
      `RegisterPlayerEvent(42, function(_, player, text) print(player, text) end)`,
    );
    world.login({ ...THRALL, ...NORTHREND });
    world.run(`RunCommand("from a map")`, NORTHREND);
    world.tick(50);
    expect(world.log).toEqual(["nil\tfrom a map"]);
  });

  test("updates the maps, runs the commands of their states, then updates the world's, all in one turn", async () => {
    const world = await split(
      engine,
      `
        local function say(what) print(GetStateMapId() .. " " .. what) end
        RegisterPlayerEvent(42, function(_, _, text) say(text) end)
        RegisterServerEvent(13, function() say("update") end)
        CreateLuaEvent(function() say("timer") if GetStateMapId() ~= -1 then RunCommand("command") end end, 50, 1)
      `,
    );
    world.login({ ...THRALL, ...NORTHREND });
    world.tick(50);
    expect(world.log).toEqual(["571 timer", "-1 command", "-1 timer", "-1 update"]);
  });

  test("reloads a map state in the map's next update, and the world's in the same turn", async () => {
    const world = await split(engine, WATCH);
    world.login({ ...THRALL, ...NORTHREND });
    world.log.length = 0;
    world.command(undefined, "reload eluna");
    expect(world.log).toEqual([]);
    world.tick(50);
    const reload = (map: string) => [`${map} server 16`, `${map} load`, `${map} server 33`];
    expect(world.log).toEqual([...reload("571"), ...reload("-1")]);
  });

  test("keeps a traveller off every map while the client loads", async () => {
    const world = await split(engine, "");
    world.login({ ...THRALL, ...NORTHREND });
    world.travel("Thrall", KEEP, 1000);
    const online = () => world.run("return #GetPlayersInWorld()");
    world.pass(950);
    expect(online()).toEqual([0]);
    world.pass(50);
    expect(online()).toEqual([1]);
    expect(world.run("return #GetPlayersOnMap()", KEEP)).toEqual([1]);
  });

  test("loads a file that begins with a map's id in that map state only", async () => {
    const scripts = [{ name: "571/x.lua", code: "print(GetStateMapId())" }];
    const world = await bench.start(engine, "", { mapStates: true, scripts });
    world.login({ ...JAINA, ...KEEP });
    world.login({ ...THRALL, ...NORTHREND });
    expect(world.log).toEqual(["571"]);
  });
});

test("ALE has one state for everything", async () => {
  const world = await split("ale", WATCH);
  world.login({ ...THRALL, ...NORTHREND });
  world.killCreature("Thrall", { entry: 1 });
  expect(world.log.filter((line) => !line.startsWith("-1 "))).toEqual([]);
  expect(world.run("return IsCompatibilityMode(), GetStateMap()")).toEqual([true, null]);
});
