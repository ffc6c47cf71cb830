import { expectEqual } from "../../shared/expectations";
import { execute } from "../support/database";
import { ENGINES, errorsOf, pass, readFile, type Realm, realmScripts, startRealm } from "../support/realm";

const UTGARDE_KEEP = 574;
const INGVAR = { entry: 23954, rank: 3, dungeonBoss: true };
const CODE = readFile("examples/realm/dc_example_bounty.lua");

/** Read before and after `dc_integration.lua`. */
const NAMES = ["dc_example_bounty.lua", "zz_bounty.lua"];

function play(realm: Realm): void {
  pass(realm, 200);
  realm.world.login({ name: "Thrall", guid: 7, account: 3, level: 80, mapId: UTGARDE_KEEP });
  for (let kill = 0; kill < 3; kill++) realm.world.killCreature("Thrall", INGVAR);
}

describe("the example script for realms", () => {
  for (const engine of ENGINES) {
    for (const name of NAMES) {
      it(`pays for bosses as ${name} on ${engine}`, () => {
        execute(
          "INSERT INTO dc_system_synergies (synergy_name, source_system, source_condition, target_system, target_effect) " +
            `VALUES ('Third Boss', 'bounty', '{"bosses_today": {"gte": 3}}', 'bounty', '{"token_percent": 50}')`,
        );
        const realm = startRealm({ engine, scripts: [...realmScripts(), { name, code: CODE }] });
        play(realm);
        execute("DELETE FROM dc_system_synergies WHERE source_system = 'bounty'");
        expectEqual(realm.world.run("return DC.PlayerProfile:GetCurrency(7, 3)"), [2 + 2 + 3]);
        realm.world.run("DC.SystemRegistry:BroadcastDailyReset()");
        realm.world.killCreature("Thrall", INGVAR);
        expectEqual(realm.world.run("return DC.PlayerProfile:GetCurrency(7, 3)"), [2 + 2 + 3 + 2]);
      });
    }

    it(`says what is missing where the realm script is, on ${engine}`, () => {
      const realm = startRealm({ engine, scripts: [{ name: "dc_example_bounty.lua", code: CODE }] });
      expectEqual(errorsOf(realm), ["ERROR: bounty: dc_integration.lua is missing"]);
    });

    it(`starts again with the scripts on ${engine}`, () => {
      const scripts = [...realmScripts(), { name: "dc_example_bounty.lua", code: CODE }];
      const realm = startRealm({ engine, scripts });
      play(realm);
      realm.world.reload();
      pass(realm, 200);
      realm.world.killCreature("Thrall", INGVAR);
      expectEqual(realm.world.run("return DC.PlayerProfile:GetCurrency(7, 3)"), [8]);
      expectEqual(errorsOf(realm), []);
    });
  }
});
