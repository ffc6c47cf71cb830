import { describe, expect, it } from "vitest";
import {
  ALE_PLAYER_HOOKS,
  ALE_SPELL_HOOKS,
  ELUNA_PLAYER_HOOKS,
  ELUNA_SPELL_HOOKS,
  PLAYER_HOOKS,
  SERVER_HOOKS,
} from "../../server-bridge/eluna/engine/hooks";
import fixture from "../fixtures/lua-engines.json";
import {
  ADAPTER_NAMES,
  ENGINES,
  enginesWithGlobal,
  enginesWithMethod,
  foreignWrites,
  syntaxFaults,
  unknownLibraryFields,
  unknownMethods,
  unknownReads,
} from "./engine-names";
import { luaNames } from "./lua-names";
import { realmScript, registeredHooks, startRealmScript } from "./realm-hooks";
import { worldUnderTest } from "./world-under-test";

describe("the generated realm script", () => {
  it("is parsed by every Lua that the engines are built with", () => {
    expect(syntaxFaults(realmScript())).toEqual([]);
  });

  it("reads only globals that every engine and every Lua has", () => {
    expect(unknownReads(luaNames(realmScript()))).toEqual([]);
  });

  it("names only fields of Lua's libraries that every version has", () => {
    expect(unknownLibraryFields(realmScript())).toEqual([]);
  });

  it("writes no global but DC", () => {
    expect(foreignWrites(luaNames(realmScript()))).toEqual([]);
  });

  it("calls only methods that objects of every engine have", () => {
    expect(unknownMethods(luaNames(realmScript()))).toEqual([]);
  });

  it("uses each name of the adapters, and the engines that have it are the declared ones", () => {
    const names = luaNames(realmScript());
    for (const [name, engines] of ADAPTER_NAMES) {
      expect([name, names.reads.has(name) || names.methods.has(name)]).toEqual([name, true]);
      const having = new Set([...enginesWithGlobal(name), ...enginesWithMethod(name)]);
      expect([name, [...having].sort()]).toEqual([name, [...engines].sort()]);
    }
  });
});

interface HookRow {
  readonly args: string | null;
  readonly fires: boolean;
}

/** Ids that mean different things: the adapters read their arguments. */
const DIFFERENT_ARGUMENTS: ReadonlySet<number> = new Set([PLAYER_HOOKS.quest, PLAYER_HOOKS.command]);

/** Hooks of quests, and the engines whose cores do not tell by them that a quest is turned in. */
const QUEST_HOOKS: readonly number[] = [PLAYER_HOOKS.quest, ELUNA_PLAYER_HOOKS.questAbandon];
const WITHOUT_QUESTS: readonly string[] = ["eluna-azerothcore", "eluna-cmangos"];

const ELUNAS = ENGINES.filter((engine) => engine !== "ale");
/** cMaNGOS lets no script register them. */
const SPELL_ELUNAS = ELUNAS.filter((engine) => engine !== "eluna-cmangos");

/** What is wrong with registering hook `id` of `hookClass` on these engines. */
function hookFaults(hookClass: "player" | "server" | "spell", id: number, engines = ENGINES): string[] {
  const rows = engines.map((engine) => {
    const hooks: Readonly<Record<string, HookRow>> = fixture.engines[engine].hooks[hookClass];
    return { engine, row: hooks[String(id)], maximum: fixture.engines[engine].maximumEventId[hookClass] };
  });
  const faults: string[] = [];
  for (const { engine, row, maximum } of rows) {
    if (id > maximum) faults.push(`${engine} raises for ${hookClass} ${String(id)}`);
    else if (row?.fires !== true) faults.push(`${engine} never fires ${hookClass} ${String(id)}`);
  }
  // A GUID is a 64-bit number on ALE and an ObjectGuid on Eluna: userdata that a script only passes on.
  // A low GUID is a plain number everywhere, and has two names in the engines' tables.
  const meanings = new Set(
    rows.map(({ row }) =>
      row?.args?.replaceAll("uint64", "ObjectGuid").replace(/\bguid: number/, "guidLow: number"),
    ),
  );
  if (faults.length === 0 && meanings.size > 1 && !(hookClass === "player" && DIFFERENT_ARGUMENTS.has(id))) {
    faults.push(`${hookClass} ${String(id)} has different arguments`);
  }
  return faults;
}

const bench = worldUnderTest();

function ascending(hooks: Readonly<Record<string, number>>): number[] {
  return Object.values(hooks).sort((left, right) => left - right);
}

describe("the hooks of the realm script", () => {
  it("fire on every engine, with the same arguments or with an adapter's reading", () => {
    const faults = [
      ...Object.values(PLAYER_HOOKS).flatMap((id) => hookFaults("player", id)),
      ...Object.values(ALE_PLAYER_HOOKS).flatMap((id) => hookFaults("player", id, ["ale"])),
      ...Object.values(ELUNA_PLAYER_HOOKS).flatMap((id) => hookFaults("player", id, ELUNAS)),
      ...Object.values(SERVER_HOOKS).flatMap((id) => hookFaults("server", id)),
      ...Object.values(ALE_SPELL_HOOKS).flatMap((id) => hookFaults("spell", id, ["ale"])),
      ...Object.values(ELUNA_SPELL_HOOKS).flatMap((id) => hookFaults("spell", id, SPELL_ELUNAS)),
    ];
    expect(faults).toEqual([]);
  });

  it.each(ENGINES)("that it registers on %s stand in its table", async (engine) => {
    const registered = registeredHooks(await startRealmScript(bench, engine));
    const own = engine === "ale" ? ALE_PLAYER_HOOKS : ELUNA_PLAYER_HOOKS;
    const declared = ascending({ ...PLAYER_HOOKS, ...own });
    const lacking = WITHOUT_QUESTS.includes(engine) ? QUEST_HOOKS : [];
    expect(registered.player).toEqual(declared.filter((id) => !lacking.includes(id)));
    expect(registered.server).toEqual(ascending(SERVER_HOOKS));
  });
});

describe("the check of a realm script's names", () => {
  it.each([
    ["goto done ::done::", "lua5.1"],
    ["local x <const> = 1", "lua5.3"],
    ["return 7 // 2", "luajit"],
    ["return 1 & 2", "lua5.2"],
  ])("finds what a Lua can't parse: %s", (lua, version) => {
    expect(syntaxFaults(lua).some((fault) => fault.startsWith(version))).toBe(true);
  });

  it.each([
    ["HttpRequest('GET', 'http://x', print)", "HttpRequest"],
    ["CharDBQueryAsync('SELECT 1', print)", "CharDBQueryAsync"],
    ["return GetStateMap()", "GetStateMap"],
    ["return events.player", "events"],
    ["return bit32.band(1, 2)", "bit32"],
    ["return loadstring('return 1')", "loadstring"],
    ["return _G.MisspeltName", "MisspeltName"],
  ])("finds a global that some engine or some Lua lacks: %s", (lua, name) => {
    expect(unknownReads(luaNames(lua))).toEqual([name]);
  });

  it.each([
    ["player:GetXP()", "GetXP"],
    ["player:IsPlayer()", "IsPlayer"],
    ["creature:Misspelt()", "Misspelt"],
    ["('x'):pack()", "pack"],
  ])("finds a method that some engine lacks: %s", (lua, name) => {
    expect(unknownMethods(luaNames(lua))).toEqual([name]);
  });

  it.each([
    ["return table.pack(1)", "table.pack"],
    ["return math.pow(2, 3)", "math.pow"],
    ["return string.gfind", "string.gfind"],
    ["return math.tointeger(1)", "math.tointeger"],
  ])("finds a library's field that some Lua lacks: %s", (lua, name) => {
    expect(unknownLibraryFields(lua)).toEqual([name]);
  });

  it("finds a global that leaks", () => {
    expect(foreignWrites(luaNames("leaked = 1 DC = {}"))).toEqual(["leaked"]);
  });

  it.each([
    [74, "raises for player 74"],
    [58, "raises for player 58"],
    [40, "never fires player 40"],
    [12, "player 12 has different arguments"],
    [45, "player 45 has different arguments"],
  ])("finds a hook that is not the same everywhere: %i", (id, fault) => {
    expect(hookFaults("player", id).join("\n")).toContain(fault);
  });

  it("accepts what a realm script may do", () => {
    const lua = `
      local AIO = AIO or require("AIO")
      local Own = {} function Own:Fire(name) return name:upper() end
      RegisterPlayerEvent(3, function(_, player) AIO.Msg():Add("x", player:GetGUIDLow()):Send(player) Own:Fire("y") end)
      DC = { time = os.time(), list = table.concat({}), spread = (table.unpack or unpack) }
    `;
    const names = luaNames(lua);
    expect([...unknownReads(names), ...unknownMethods(names), ...foreignWrites(names)]).toEqual([]);
    expect(unknownLibraryFields(lua)).toEqual([]);
  });
});
