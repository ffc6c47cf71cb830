import { expectEqual } from "../../shared/expectations";
import { select } from "../support/database";
import { ENGINES, errorsOf, pass, readFile, startRealm } from "../support/realm";
import { playing, run } from "./playing";

/** Calls after those that put each wrong value into each place. */
const RANDOM_CALLS = 2000;

const FUZZ = readFile("test/eluna/realm/hostile-arguments.lua");
const MANUAL = readFile("docs/script-api.md");

/** What the manual's tables list for scripts, as "Object:Method". */
function documented(): string[] {
  const names: string[] = [];
  let object = "";
  for (const line of MANUAL.split("\n")) {
    const [heading] = string.match(line, "^## DC%.(%w+)");
    if (heading !== undefined) object = heading;
    else if (line.startsWith("## ")) object = "";
    const [methods] = string.match(line, "^| (`[^|]*)|");
    if (object !== "" && methods !== undefined) {
      for (const [name] of string.gmatch(methods, "`(%u%w*)%(")) names.push(`${object}:${name}`);
    }
  }
  return names;
}

describe("wrong arguments of every public function", () => {
  for (const [index, engine] of ENGINES.entries()) {
    it(`blame the caller's line, change nothing, and never reach the tables on ${engine}`, () => {
      const realm = startRealm({ engine });
      pass(realm, 200);
      realm.world.login({ name: "Thrall", guid: 7, account: 3, level: 80 });
      pass(realm, 200);
      // Good until this code has run, and then dead on engines that end their objects.
      run(realm, "deadPlayer = GetPlayersInWorld()[1]");
      const call = `return (function(...) ${FUZZ} end)(${(index + 1).toFixed(0)}, ${RANDOM_CALLS.toFixed(0)}, deadPlayer)`;
      const [tried, refused, problems, covered] = run(realm, call);
      expectEqual(problems, "");
      expectEqual(Number(tried) > 5000, true);
      expectEqual(Number(refused) > 3000, true);
      const calls = tostring(covered).split(" ");
      expectEqual(
        documented().filter((name) => !name.startsWith("Emit:") && !calls.includes(name)),
        [],
      );
      pass(realm, 12000);
      expectEqual(realm.world.stoppedBy(), undefined);
      expectEqual(realm.world.databaseWriterDead(), false);
      expectEqual(errorsOf(realm), []);
      expectEqual(select("SELECT COUNT(*) > 0 FROM dc_boot"), [["1"]]);
    });
  }
});

/** Calls every method of DC.PlayerProfile with one wrong argument at a time, and lists the errors that do not name it at the caller's line. */
const BLAME = `
  local wrong = { false, true, -1, 0, 1.5, 0/0, 1/0, 2^53, "", "x", {}, function() end, coroutine.create(function() end), "nil" }
  local unpack = unpack or table.unpack
  local P = DC.PlayerProfile
  local calls = {
    { "GetProfile", 7 }, { "GetOrCreateProfile", 7, 3 }, { "SaveProfile", {} }, { "DeleteProfile", 8 }, { "IsLoaded", 7 },
    { "WhenLoaded", 7, function() end }, { "IncrementStat", 7, "mythic_rating", 1, "spec" },
    { "SetStat", 7, "mythic_rating", 1, "spec" }, { "GetStat", 7, "mythic_rating" }, { "AddCurrency", 7, 2, 5, "spec", "r" },
    { "SpendCurrency", 7, 2, 5, "spec", "s" }, { "GetCurrency", 7, 2 }, { "GetWeeklyEarned", 7, 2 },
    { "GrantUnlock", 7, "title", 5, "spec", "q" }, { "HasUnlock", 7, "title", 5 }, { "GetUnlocks", 7, "title" },
  }
  local refused, bad = 0, {}
  for _, call in ipairs(calls) do
    for place = 2, #call do
      for _, value in ipairs(wrong) do
        local arguments = { unpack(call, 2) }
        if value == "nil" then arguments[place - 1] = nil else arguments[place - 1] = value end
        local ok, failure = pcall(function()
          P[call[1]](P, unpack(arguments, 1, #call - 1))
        end)
        if not ok then
          refused = refused + 1
          local text = tostring(failure)
          local isRight = text:find("^run:%d+: DC%.PlayerProfile:" .. call[1] .. ": ") and not text:find("undefined") and not text:find("object")
          if not isRight then bad[#bad + 1] = text end
        end
      end
    end
  end
  return refused, table.concat(bad, "; ")`;

describe("a wrong argument of a method of DC.PlayerProfile", () => {
  it("is refused in Lua's words, with the method's name, at the line of the caller", () => {
    const realm = playing();
    const [refused, bad] = run(realm, BLAME);
    expectEqual(bad, "");
    expectEqual(Number(refused) > 300, true);
    pass(realm, 12000);
    expectEqual(errorsOf(realm), []);
  });
});

describe("a refusal", () => {
  it("names the argument, blames the caller's line, and changes nothing", () => {
    const realm = playing();
    const [ok, failure] = run(
      realm,
      `local function mine()
         DC.PlayerProfile:AddCurrency(7, 2, -5, "spec")
       end
       return pcall(mine)`,
    );
    expectEqual(ok, false);
    const text = tostring(failure);
    expectEqual(
      text.includes(":2: DC.PlayerProfile:AddCurrency: amount must be from 1 to 9007199254740991"),
      true,
    );
    expectEqual(run(realm, "return DC.PlayerProfile:GetCurrency(7, 2)"), [0]);
  });
});

describe("texts that would break an SQL statement", () => {
  it("arrive in the tables as they are", () => {
    const realm = playing();
    const texts = [
      "'; DROP TABLE dc_boot; --",
      "\\\\",
      "\\\\' OR 1=1",
      "it''s",
      '\\"',
      "%s %d ?",
      "\\n\\r\\26",
      "ümläut",
    ];
    for (const text of texts) run(realm, `DC.PlayerProfile:AddCurrency(7, 2, 1, "${text}")`);
    for (const text of texts)
      run(realm, `DC.PlayerProfile:GrantUnlock(7, "title", #"${text}" + 1, "${text}")`);
    for (const text of texts) {
      run(realm, `pcall(function() DC.PlayerProfile:AddCurrency(7, 3, 1, "spec", "${text}") end)`);
    }
    pass(realm, 500);
    expectEqual(realm.world.databaseWriterDead(), false);
    expectEqual(errorsOf(realm), []);
    expectEqual(
      select("SELECT source FROM dc_journal WHERE kind = 'earn' AND subject_id = 2 ORDER BY sequence")[0],
      ["'; DROP TABLE dc_boot; --"],
    );
    const [counts] = select(
      "SELECT COUNT(*), SUM(source LIKE '%DROP TABLE%') FROM dc_journal WHERE kind = 'earn' AND subject_id = 2",
    );
    expectEqual(counts, ["8", "1"]);
    // Names of requests have neither spaces nor anything beyond visible ASCII.
    const names =
      "SELECT request_id FROM dc_journal WHERE kind = 'earn' AND subject_id = 3 ORDER BY sequence";
    expectEqual(select(names), [["\\"], ["it''s"], ['"']]);
  });

  it("end at their first NUL, as every text of a C program does", () => {
    const realm = playing();
    run(realm, `DC.PlayerProfile:AddCurrency(7, 2, 1, "before\\0after")`);
    pass(realm, 200);
    expectEqual(select("SELECT source FROM dc_journal WHERE kind = 'earn'"), [["before"]]);
  });
});
