import { expectEqual, expectError } from "../shared/expectations";
import {
  add,
  type BigInteger,
  bigFromNumber,
  bigFromText,
  bigToText,
  compare,
  negate,
} from "../simulated-realm/engine/objects/big-integer";
import type { EngineName } from "../simulated-realm/engine/data/engine-name";
import { toFloat32 } from "../simulated-realm/engine/lua/number-text";
import { ENGINES, errorsOf, pass, startRealm } from "./support/realm";

function signed(text: string): BigInteger {
  return bigFromText(text, true);
}

function unsigned(text: string): BigInteger {
  return bigFromText(text, false);
}

describe("64-bit numbers of the engine double", () => {
  it("keep every digit from text to text", () => {
    for (const text of ["0", "7", "1000000", "4294967296", "9007199254740993", "18446744073709551615"]) {
      expectEqual(bigToText(unsigned(text)), text);
    }
    for (const text of ["-1", "-5", "9223372036854775807", "-9223372036854775808"]) {
      expectEqual(bigToText(signed(text)), text);
    }
    expectEqual(bigToText(unsigned("12.5")), "0");
    expectEqual(bigToText(unsigned("-3")), "0");
  });

  it("add and negate as a processor does", () => {
    expectEqual(bigToText(add(unsigned("18446744073709551615"), unsigned("1"))), "0");
    expectEqual(bigToText(add(unsigned("4294967295"), unsigned("1"))), "4294967296");
    expectEqual(bigToText(add(signed("3"), negate(signed("5")))), "-2");
    expectEqual(bigToText(bigFromNumber(-4294967297, true)), "-4294967297");
  });

  it("compare by value", () => {
    expectEqual(compare(signed("-1"), signed("1")) < 0, true);
    expectEqual(compare(signed("-2"), signed("-1")) < 0, true);
    expectEqual(compare(unsigned("18446744073709551615"), unsigned("1")) > 0, true);
    expectEqual(compare(unsigned("4294967296"), unsigned("4294967296")), 0);
  });
});

describe("toFloat32", () => {
  it("rounds to the nearest value that a C float holds", () => {
    expectEqual(string.format("%.14g", toFloat32(0.1)), "0.10000000149012");
    expectEqual(toFloat32(12345.678), 12345.677734375);
    expectEqual(toFloat32(16777217), 16777216);
    expectEqual(toFloat32(16777219), 16777220);
    expectEqual(toFloat32(-0.5), -0.5);
    expectEqual(toFloat32(1767225600 + 5), 1767225600);
    expectEqual(toFloat32(0), 0);
  });
});

describe("the shared table of a player", () => {
  for (const engine of ENGINES.filter((name) => name !== "ale")) {
    it(`is one for all states, copies tables and keeps numbers as floats on ${engine}`, () => {
      const realm = startRealm({ engine, mapStates: true, scripts: [] });
      realm.world.login({ name: "Thrall", guid: 7, account: 3, mapId: 571 });
      const write = `
        local list = { 5, "x", { true } }
        GetPlayersOnMap()[1]:Data():Set("list", list)
        list[1] = 6
      `;
      realm.world.run(write, { mapId: 571 });
      const player = 'local data = GetPlayerByName("Thrall"):Data() ';
      expectEqual(realm.world.run(`${player} return data:Get("list"):Get(1) == 5, type(data:Get("list"))`), [
        true,
        "userdata",
      ]);
      expectEqual(realm.world.run(`${player} return data:Get("list"):AsTable()[3][1], data:Get("none")`), [
        true,
      ]);
      expectEqual(realm.world.run(`${player} data:Set("list", nil) return data:Get("list") == nil`), [true]);
      for (const bad of ["data:Set(nil, 1)", "data:Get(nil)", "data:Set(1, print)"]) {
        expectError(() => {
          realm.world.run(player + bad);
        }, "bad argument");
      }
      realm.world.travel("Thrall", { mapId: 574 });
      realm.world.tick(50);
      realm.world.run('GetPlayersOnMap()[1]:Data():Set("seen", GetStateMapId())', { mapId: 574 });
      expectEqual(realm.world.run(`${player} return data:Get("seen") == 574`), [true]);
      realm.world.logout("Thrall");
      realm.world.login({ name: "Thrall", guid: 7, account: 3, mapId: 571 });
      expectEqual(realm.world.run(`${player} return data:Get("seen") == nil`), [true]);
    });

    // LuaValue.h: what Lua gets holds a shared_ptr to the table, so it is Lua's own, as query results are.
    it(`can be kept, on a loading screen and after the logout too, on ${engine}`, () => {
      const realm = startRealm({ engine, mapStates: true, scripts: [] });
      realm.world.login({ name: "Thrall", guid: 7, account: 3, mapId: 571 });
      realm.world.run('kept = GetPlayerByName("Thrall"):Data()');
      realm.world.travel("Thrall", { mapId: 574 }, 1000);
      pass(realm, 500);
      expectEqual(realm.world.run('kept:Set("written", "behind") return #GetPlayersInWorld()'), [0]);
      pass(realm, 500);
      const read = 'return GetPlayersOnMap()[1]:Data():Get("written")';
      expectEqual(realm.world.run(read, { mapId: 574 }), ["behind"]);
      realm.world.logout("Thrall");
      expectEqual(realm.world.run('return kept:Get("written")'), ["behind"]);
    });
  }
});

/** What a handler of the hook for casts gets, and the id of that hook. */
const CASTS: Readonly<Partial<Record<EngineName, readonly [number, string]>>> = {
  ale: [2, "number Creature Spell boolean"],
  "eluna-azerothcore": [1, "number Spell boolean"],
  "eluna-trinitycore": [1, "number Spell boolean"],
};

const NOTE_CASTS = `
  noted = {}
  local function kindOf(value) return type(value) == "userdata" and value:GetObjectType() or type(value) end
  function note(id)
    RegisterSpellEvent(58630, id, function(...)
      local kinds, spell = {}, nil
      for index = 1, select("#", ...) do
        kinds[index] = kindOf((select(index, ...)))
        if kinds[index] == "Spell" then spell = select(index, ...) end
      end
      noted[#noted + 1] = table.concat(kinds, " ")
      noted[#noted + 1] = string.format("%d by %d", spell:GetEntry(), spell:GetCaster():GetEntry())
    end)
  end
`;

describe("the hooks of a spell", () => {
  for (const engine of ENGINES) {
    it(`fire for that spell where it is cast on ${engine}`, () => {
      const scripts = [{ name: "script.lua", code: NOTE_CASTS }];
      const realm = startRealm({ engine, mapStates: true, scripts });
      const place = { mapId: 595, instanceId: 4 };
      realm.world.login({ name: "Thrall", guid: 7, account: 3, ...place });
      const cast = CASTS[engine];
      if (cast === undefined) {
        expectEqual(realm.world.run("return type(RegisterSpellEvent)"), ["nil"]);
        return;
      }
      const [id, kinds] = cast;
      realm.world.run(`note(${id})`, engine === "ale" ? undefined : place);
      realm.world.castSpell("Thrall", { entry: 26533 }, 58630);
      realm.world.castSpell("Thrall", { entry: 26533 }, 58124);
      const [noted] = realm.world.run("return noted", engine === "ale" ? undefined : place);
      expectEqual(noted, [kinds, "58630 by 26533"]);
      expectError(() => {
        realm.world.run("RegisterSpellEvent(58630, 24, print)");
      }, "Unknown event type");
      expectEqual(errorsOf(realm), []);
    });
  }
});

describe("a world of the engine double", () => {
  for (const engine of ENGINES) {
    it(`stays frozen whatever a script catches on ${engine}`, () => {
      const code = `
        RegisterPlayerEvent(3, function()
          pcall(CharDBQuery, "SELECT 1 FROM nowhere")
          print("went on")
        end)
      `;
      const realm = startRealm({ engine, scripts: [{ name: "script.lua", code }] });
      expectError(() => {
        realm.world.login({ name: "Thrall", guid: 7, account: 3 });
      }, "world frozen by: SELECT 1 FROM nowhere");
      expectError(() => {
        pass(realm, 50);
      }, "world frozen by");
      expectEqual(realm.log.includes("went on"), false);
    });

    it(`gives every state globals of its own on ${engine}`, () => {
      const code = `
        if string.marked or _G.marked then error("the old state is still here") end
        string.marked, marked = true, true
        loaded = (load or loadstring)("return marked")()
      `;
      const realm = startRealm({ engine, scripts: [{ name: "script.lua", code }] });
      realm.world.reload();
      expectEqual(errorsOf(realm), []);
      expectEqual(realm.world.run("return loaded, type(GetPlayersInWorld())"), [true, "table"]);
    });

    it(`runs chunks with arguments, varargs and coroutines as Lua does on ${engine}`, () => {
      const realm = startRealm({ engine, scripts: [] });
      const code = `
        local function count(...) return select("#", ...) end
        local thread = coroutine.wrap(function(a) local b = coroutine.yield(a + 1) return b * 2 end)
        return count(pcall(function() return nil, nil end)), thread(1), thread(5), select(2, pcall(error, "text", 0))
      `;
      expectEqual(realm.world.run(code), [3, 2, 10, "text"]);
    });
  }
});

describe("characters that come and go in the engine double", () => {
  for (const engine of ENGINES) {
    it(`fire 1 with a player of no world and 2 with the low GUID on ${engine}`, () => {
      const code = `seen = {}
        RegisterPlayerEvent(1, function(...) local _, player = ... seen[1] = select("#", ...) .. " " .. player:GetGUIDLow() .. " " .. tostring(player:IsInWorld()) end)
        RegisterPlayerEvent(2, function(...) local _, guid = ... seen[2] = select("#", ...) .. " " .. type(guid) .. " " .. guid end)`;
      const realm = startRealm({ engine, scripts: [{ name: "spy.lua", code }] });
      realm.world.createCharacter({ name: "Jaina", guid: 8, account: 4 });
      realm.world.deleteCharacter("Jaina");
      expectEqual([...realm.world.run("return seen[1], seen[2]")], ["2 8 false", "2 number 8"]);
      expectEqual(errorsOf(realm), []);
    });
  }
});
