import type { Script } from "../../simulated-realm/engine/specs";
import { expectEqual } from "../../shared/expectations";
import { execute } from "../support/database";
import { ENGINES, errorsOf, pass, type Realm, realmScripts, startRealm } from "../support/realm";
import { BOOT, playing, run } from "./playing";

/** A script that registers a system in hook 33, as the manual and the example do. */
function scriptOf(system: string, needs = ""): Script {
  const dependencies = needs === "" ? "" : `"${needs}"`;
  return {
    name: `${system}.lua`,
    code: `
      RegisterServerEvent(33, function()
        DC.SystemRegistry:Register({
          dependencies = { ${dependencies} },
          GetName = function() return "${system}" end,
          Initialize = function() order = (order or "") .. "${system} " end,
        })
      end)`,
  };
}

/** The scripts in the order in which the engine reads them. */
function inOrder(...scripts: Script[]): Script[] {
  return [...realmScripts(), ...scripts].sort((left, right) => (left.name < right.name ? -1 : 1));
}

function stateOf(realm: Realm, system: string): unknown {
  const [state] = run(
    realm,
    `for _, row in ipairs(DC.SystemRegistry:List()) do if row.name == "${system}" then return row.state end end`,
  );
  return state;
}

for (const engine of ENGINES) {
  describe(`systems of several scripts on ${engine}`, () => {
    // Before and behind dc_integration.lua, and the one that needs the other before and behind it.
    const cases = [
      ["contest", "fishing"],
      ["fishing", "contest"],
      ["aa_contest", "fishing"],
      ["zz_contest", "aa_fishing"],
    ] as const;
    for (const [system, needs] of cases) {
      it(`start in the order of their needs: ${system} behind ${needs}`, () => {
        const realm = startRealm({ engine, scripts: inOrder(scriptOf(system, needs), scriptOf(needs)) });
        pass(realm, 100);
        expectEqual(run(realm, "return order"), [`${needs} ${system} `]);
        realm.world.reload();
        pass(realm, 100);
        expectEqual(run(realm, "return order"), [`${needs} ${system} `]);
        expectEqual(errorsOf(realm), []);
      });
    }

    it("wait for one that nobody has registered, say so once, and start with it", () => {
      const realm = startRealm({ engine, scripts: inOrder(scriptOf("contest", "fishing")) });
      pass(realm, 10_000);
      expectEqual(stateOf(realm, "contest"), "waiting");
      expectEqual(errorsOf(realm).length, 1);
      const problem = "system 'contest' waits: it needs 'fishing', which nobody has registered";
      expectEqual((errorsOf(realm)[0] ?? "").includes(problem), true);
      run(realm, `DC.SystemRegistry:Register({ GetName = function() return "fishing" end })`);
      expectEqual(stateOf(realm, "contest"), "running");
      expectEqual(errorsOf(realm).length, 1);
    });
  });
}

describe("what happens before the first turn of the world", () => {
  it("reaches the systems: a reset that was due while the realm was down", () => {
    const reset = {
      name: "reset.lua",
      code: `
        days = 0
        RegisterServerEvent(33, function()
          DC.SystemRegistry:Register({
            GetName = function() return "days" end,
            OnDailyReset = function() days = days + 1 end,
          })
        end)`,
    };
    const realm = startRealm({ engine: "ale", scripts: inOrder(reset) });
    pass(realm, 200);
    execute(
      "INSERT INTO dc_outbox (realm_id, kind, subject, amount) " +
        `SELECT realm_id, 'daily_reset', '', 1000 FROM dc_boot WHERE boot_id = ${BOOT}`,
    );
    realm.world.reload();
    // A server that has just started is slow: its first turn is long enough for a look at the outbox.
    realm.world.tick(1000);
    expectEqual(run(realm, "return days"), [1]);
  });

  it("reaches the integrations: what a script publishes in hook 33", () => {
    for (const name of ["aa_run.lua", "zz_run.lua"]) {
      const code = `RegisterServerEvent(33, function() DC.Emit.PvpKill(7, {}) end)`;
      const realm = startRealm({ engine: "ale", scripts: inOrder({ name, code }) });
      expectEqual(run(realm, "return DC.PlayerProfile:GetStat(7, 'total_pvp_kills')"), [1]);
    }
  });
});

describe("a system that is left out", () => {
  it("hears of no event", () => {
    const realm = playing();
    const heard = run(
      realm,
      `heard = 0
       DC.SystemRegistry:Register({ GetName = function() return "broken" end, Initialize = function()
         DC.EventBus:Subscribe("CUSTOM_EVENT", function() heard = heard + 1 end)
         error("no")
       end })
       DC.EventBus:Publish({ type = "CUSTOM_EVENT" })
       return heard`,
    );
    expectEqual(heard, [0]);
  });
});

describe("a system with a member that is called almost as what systems have", () => {
  /** As a table, as an object of a class, and of a class of that. */
  const kinds = [
    "function Contest:OnPlayerLogn() end return Contest",
    "function Contest:OnPlayerLogn() end return setmetatable({}, Contest)",
    "function Contest:OnPlayerLogn() end return setmetatable({}, setmetatable({ __index = setmetatable({}, Contest) }, {}))",
  ];
  for (const [index, kind] of kinds.entries()) {
    it(`is told of in one line of the log, and runs: ${index.toFixed(0)}`, () => {
      const code = `
        local Contest = {}
        Contest.__index = Contest
        function Contest:GetName() return "contest" end
        function Contest:OnFish() end
        DC.SystemRegistry:Register((function() ${kind} end)())`;
      const realm = startRealm({ engine: "ale", scripts: [...realmScripts(), { name: "e.lua", code }] });
      pass(realm, 1000);
      expectEqual(
        realm.log.filter((line) => line.includes("has no use for")),
        [
          "ERROR: [DCIntegration] system 'contest': the registry has no use for 'OnPlayerLogn' (OnPlayerLogin?)",
        ],
      );
      expectEqual(stateOf(realm, "contest"), "running");
    });
  }
});
