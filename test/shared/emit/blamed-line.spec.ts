import { createEmitters } from "../../../shared/emit/event-emitters";
import { EventBus } from "../../../shared/events/event-bus";
import { SynergyManager } from "../../../shared/synergies/synergy-manager";
import { SystemRegistry } from "../../../shared/systems/system-registry";
import { expectEqual } from "../expectations";
import { IN_LUA, runScript } from "../lua-script";

/** Asserts that the error of a script starts with `start`; JavaScript's errors carry no line, there is nothing to see. */
function expectBlame(source: string, api: unknown, start: string): void {
  if (IN_LUA) expectEqual(runScript(source, api).substring(0, start.length), start);
}

describe("a mistake in a script is blamed on its line", () => {
  const players: number[] = [];
  const bus = new EventBus({ clock: { now: () => 1000 }, report: (problem) => error(problem) });
  bus.Subscribe("BOSS_KILL", (event) => players.push(event.player));
  const emitters = createEmitters(bus);

  it("for a payload of an emitter", () => {
    const script = `local Emit = ...
      Emit.BossKill(1, { creature_entry = 1 })

      Emit.BossKill(1, { creature_entry = -1 })
      Emit.BossKill(1, {})`;
    expectBlame(script, emitters, "script.lua:4: Emit.BossKill: 'creature_entry' must be");
  });

  it("for a payload that is a list", () => {
    expectBlame(
      "local Emit = ...\nEmit.BossKill(1, { 5 })",
      emitters,
      "script.lua:2: Emit.BossKill: unknown key '1'",
    );
  });

  it("for the player of an emitter", () => {
    const script = `local Emit = ...
      local function onKill()
        Emit.PvpKill(nil)
        return true
      end
      onKill()`;
    expectBlame(script, emitters, "script.lua:3: Emit.PvpKill: the player must be");
  });

  it("for a malformed system and a second one of the same name", () => {
    const registry = new SystemRegistry({ report: (problem) => error(problem) });
    expectBlame(
      "local r = ...\nr:Register({})\nlocal x",
      registry,
      "script.lua:2: SystemRegistry: Register: a system",
    );
    const twice = `local r = ...
      r:Register({ GetName = function() return "a" end })
      r:Register({ GetName = function() return "a" end })
      local last`;
    expectBlame(twice, registry, "script.lua:3: SystemRegistry: Register: there is a system 'a' already");
  });

  it("for calls of the synergy manager", () => {
    const manager = new SynergyManager({ fieldsOf: () => undefined, report: (problem) => error(problem) });
    const register = "local s = ...\ns:RegisterValue('fishing', 'rank')\nlocal x";
    expectBlame(register, manager, "script.lua:2: SynergyManager: RegisterValue: the reader");
    const ask = "local s = ...\nlocal x = s:GetBonusMultiplier(nil, 'a', 'b')";
    expectBlame(ask, manager, "script.lua:2: SynergyManager: GetBonusMultiplier needs");
  });

  it("for a dot in the place of the colon, and the other way round", () => {
    const cases: [api: unknown, call: string, problem: string][] = [
      [bus, "api.Subscribe('BOSS_KILL', print)", "EventBus: Subscribe: call EventBus:Subscribe with a colon"],
      [bus, "api.RegisterEventType('FISH')", "call EventBus:RegisterEventType with a colon"],
      [bus, "api.PublishAsync({ type = 'BOSS_KILL' })", "EventBus: an event is a table with a type"],
      [
        bus,
        "api.Publish({ type = 'BOSS_KILL' })",
        "EventBus: an event is a table with a type, published with",
      ],
      [emitters, "api:BossKill(1, {})", "Emit.BossKill: call it with a dot"],
    ];
    for (const [api, call, problem] of cases) {
      expectBlame(`local api = ...\n${call}\nlocal x`, api, `script.lua:2: ${problem}`);
    }
  });

  /** An engine's object, which is no table to Lua: the standard output stands for it, with `methods` besides its own. */
  function emitFor(methods: string): string {
    const script = `local Emit = ...
      local class = getmetatable(io.stdout).__index
      local methods = { ${methods} }
      for name, method in pairs(methods) do class[name] = method end
      local done, failure = pcall(function()
        Emit.BossKill(io.stdout)
      end)
      for name in pairs(methods) do class[name] = nil end
      if not done then error(failure, 0) end`;
    return runScript(script, emitters);
  }

  it("while an engine's object of a player is a player like any other", () => {
    if (!IN_LUA) return;
    expectEqual(
      emitFor("GetGUIDLow = function() return 77 end, ToPlayer = function(self) return self end"),
      "",
    );
    expectEqual(players[players.length - 1], 77);
  });

  it("for an engine's object that is no player, or is dead", () => {
    if (!IN_LUA) return;
    const blame = "script.lua:6: Emit.BossKill: the player must be";
    const refused = [
      "ToPlayer = function() end",
      "ToPlayer = function() error('nonexisting object') end",
      "",
    ];
    for (const methods of refused) {
      const failure = emitFor(`GetGUIDLow = function() return 77 end, ${methods}`);
      expectEqual(failure.substring(0, blame.length), blame);
    }
  });

  it("for a value whose text cannot be had", () => {
    const script = `local Emit = ...
      Emit.BossKill(1, { map_id = setmetatable({}, { __tostring = error }) })`;
    expectBlame(script, emitters, "script.lua:2: Emit.BossKill: 'map_id' must be a whole number");
  });
});
