import { EVENT_TYPES } from "../../../shared/catalog/event-types";
import { expectEqual } from "../../shared/expectations";
import { ENGINES, errorsOf, realmScripts } from "../support/realm";
import { startRecorded } from "./recorder";

/** ALE forbids what these ask for when a handler returns nothing: skill, mail, finder, invitation, resurrection, trade. */
const BLOCKING_HOOKS = [48, 49, 50, 55, 59, 60];

describe("the sensors", () => {
  for (const engine of ENGINES) {
    it(`forbid nothing and change nothing with every event wanted on ${engine}`, () => {
      const types = EVENT_TYPES.map((row) => row.name);
      const realm = startRecorded(engine, types);
      realm.world.login({ name: "Thrall", guid: 7, account: 3, level: 79, money: 100 });
      realm.world.login({ name: "Jaina", guid: 8, account: 4, level: 80 });
      for (const id of BLOCKING_HOOKS) {
        expectEqual([id, realm.world.world.states.world.hooks.has("player", id)], [id, false]);
      }
      expectEqual(realm.world.mayTrade("Thrall", "Jaina"), true);
      expectEqual(realm.world.mayInvite("Thrall", "Jaina"), true);
      realm.world.killCreature("Thrall", { entry: 24078, xp: 500 });
      realm.world.changeMoney("Thrall", 50);
      realm.world.dieByCreature("Thrall", { entry: 24078 });
      expectEqual(realm.world.resurrect("Thrall"), true);
      const { character } = realm.world.world.playerOrFail("Thrall");
      expectEqual([character.experience, character.money], [500, 150]);
      expectEqual(errorsOf(realm), []);
    });
  }

  it("register hooks of players, of spells and of the server only: others replace scripts of creatures and maps", () => {
    const names: Record<string, boolean> = {};
    for (const { name, code } of realmScripts()) {
      if (name === "dc_integration.lua") {
        for (const [found] of string.gmatch(code, "Register%a+Event")) names[found ?? ""] = true;
      }
    }
    expectEqual(names, { RegisterPlayerEvent: true, RegisterServerEvent: true, RegisterSpellEvent: true });
  });
});
