import { expectEqual } from "../../shared/expectations";
import { execute, select } from "../support/database";
import { errorsOf, pass, realmScripts, startRealm } from "../support/realm";
import { playing, run, tell } from "./playing";

const SECOND = 1000;

/** A row of `dc_system_synergies` on the system "shop", as it is before the realm has heard of it. */
function addSynergy(name: string, source: string, condition: string, effect: string): void {
  execute(
    "INSERT INTO dc_system_synergies (synergy_name, source_system, source_condition, target_system, target_effect) " +
      `VALUES ('${name}', '${source}', '${condition}', 'shop', '${effect}')`,
  );
}

function removeSynergies(): void {
  execute("DELETE FROM dc_system_synergies WHERE target_system = 'shop'");
}

describe("GetBonusMultiplier asked for what is no player", () => {
  for (const guid of ["nil", "'7'", "1.5", "0/0", "1/0", "-3", "0", "4294967296", "9007199254740993"]) {
    it(`(${guid}) blames the caller's line, and the realm goes on`, () => {
      const realm = playing();
      const call = `DC.Synergy:GetBonusMultiplier(${guid}, "prestige", "xp_multiplier")`;
      const [told] = run(
        realm,
        `local _, problem = pcall(function()\n ${call}\nend) return tostring(problem)`,
      );
      expectEqual(
        string.find(tostring(told), "run:2: SynergyManager: GetBonusMultiplier", 1, true)[0] !== undefined,
        true,
      );
      pass(realm, 12 * SECOND);
      expectEqual(errorsOf(realm), []);
    });
  }
});

describe("a synergy for everybody", () => {
  it("counts for players, and not for a number that nobody has heard of", () => {
    const realm = playing();
    addSynergy("All", "x", "{}", '{"discount_percent": 50}');
    tell(realm, "config_changed", "dc_system_synergies");
    const bonus = (guid: number) =>
      run(realm, `return DC.Synergy:GetBonusMultiplier(${guid}, "shop", "discount_percent")`)[0];
    expectEqual([bonus(7), bonus(4000000)], [1.5, 1]);
    run(realm, "DC.PlayerProfile:IncrementStat(4000000, 'mythic_rating', 1)");
    expectEqual(bonus(4000000), 1.5);
    removeSynergies();
    expectEqual(select("SELECT COUNT(*) FROM dc_player_profile WHERE player_guid = 4000000"), [["0"]]);
  });
});

describe("the log", () => {
  it("is silent about a value that a script registers when all have been read", () => {
    addSynergy("Late", "fishing", '{"caught": {"gte": 1}}', '{"x_percent": 50}');
    const code =
      'RegisterServerEvent(33, function() DC.Synergy:RegisterValue("fishing", "caught", function() return 1 end) end)';
    const realm = startRealm({ engine: "ale", scripts: [...realmScripts(), { name: "fishing.lua", code }] });
    pass(realm, 3 * SECOND);
    removeSynergies();
    expectEqual(errorsOf(realm), []);
  });

  it("names a row whose value nobody registers, once, and says when it is right", () => {
    addSynergy("Late", "fishing", '{"caught": {"gte": 1}}', '{"x_percent": 50}');
    const realm = startRealm({ engine: "ale" });
    pass(realm, 3 * SECOND);
    removeSynergies();
    expectEqual(errorsOf(realm).length, 1);
    expectEqual((errorsOf(realm)[0] ?? "").includes("'fishing' has no value 'caught'"), true);
    run(realm, 'DC.Synergy:RegisterValue("fishing", "caught", function() return 1 end)');
    pass(realm, SECOND);
    const lines = realm.log.filter((line) => line.includes("is right now, or gone"));
    expectEqual(lines.length, 1);
  });

  it("names each failing reader once, also when two fail in turn and name the player", () => {
    const realm = playing();
    run(
      realm,
      'DC.Synergy:RegisterValue("sa", "k", function(guid) error("broken for " .. guid) end) ' +
        'DC.Synergy:RegisterValue("sb", "k", function() return nil end)',
    );
    addSynergy("A", "sa", '{"k": 1}', '{"a_percent": 50}');
    addSynergy("B", "sb", '{"k": 1}', '{"b_percent": 50}');
    tell(realm, "config_changed", "dc_system_synergies");
    removeSynergies();
    const ask = (effect: string): string => `DC.Synergy:GetBonusMultiplier(guid, "shop", "${effect}")`;
    run(
      realm,
      "for guid = 1, 50 do DC.PlayerProfile:IncrementStat(guid, 'mythic_rating', 1) " +
        `${ask("a_percent")} ${ask("b_percent")} end`,
    );
    expectEqual(errorsOf(realm).length, 2);
  });
});
