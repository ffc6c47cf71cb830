import { expectEqual } from "../../shared/expectations";
import { ENGINES, errorsOf, pass, type Realm, startRealm } from "../support/realm";
import { playing, run, THRALL } from "./playing";

function playingOn(engine: (typeof ENGINES)[number]): Realm {
  const realm = startRealm({ engine });
  pass(realm, 200);
  realm.world.login({ name: "Thrall", guid: THRALL, account: 3, level: 80 });
  pass(realm, 200);
  return realm;
}

/** The error of `call`, as the script that makes it sees it. */
function failureOf(realm: Realm, call: string): string {
  const [succeeded, failure] = run(realm, `return pcall(function() ${call} end)`);
  return succeeded === true ? "none" : tostring(failure);
}

function expectBlame(realm: Realm, call: string, problem: string): void {
  const failure = failureOf(realm, call);
  expectEqual(failure.substring(0, problem.length + 7), `run:1: ${problem}`);
}

const KEEP_THRALL = "P = GetPlayersInWorld()[1]";

for (const engine of ENGINES) {
  describe(`an emitter on ${engine}`, () => {
    it("takes the engine's player, and refuses a creature, whose low GUID is another character's", () => {
      const realm = playingOn(engine);
      run(
        realm,
        `RegisterPlayerEvent(7, function(_, killer, creature)
           DC.Emit.CustomEvent(killer, { name = "mine" })
           low, refused = creature:GetGUIDLow(), not pcall(DC.Emit.BossKill, creature, {})
         end)
         DC.EventBus:Subscribe("CUSTOM_EVENT", function(event) heard = event.player end)`,
      );
      realm.world.killCreature("Thrall", { entry: 1234, rank: 0 });
      expectEqual(run(realm, "return heard, refused"), [THRALL, true]);
      expectEqual(run(realm, "return DC.PlayerProfile:GetStat(low, 'total_boss_kills')"), [0]);
      expectEqual(errorsOf(realm), []);
    });

    it("blames the script that kept a player beyond its hook, as player and as value", () => {
      const realm = playingOn(engine);
      run(realm, KEEP_THRALL);
      pass(realm, 100);
      const isDead = engine === "ale" || engine === "eluna-azerothcore";
      if (isDead)
        expectBlame(realm, "DC.Emit.BossKill(P, {})", "Emit.BossKill: the player must be a low GUID");
      const problem = "Emit.BossKill: 'map_id' must be a whole number from 0 to 9007199254740991, not ";
      expectBlame(realm, "DC.Emit.BossKill(7, { map_id = P })", problem);
      expectBlame(realm, "DC.Emit.BossKill(7, P)", "Emit.BossKill: the payload must be a table, not ");
      expectBlame(realm, "DC.Emit.BossKill(7, { [P] = 1 })", "Emit.BossKill: unknown key '");
    });
  });
}

describe("an emitter of an event about a player", () => {
  it("refuses the realm's 0, which no profile has", () => {
    const realm = playing();
    expectBlame(
      realm,
      "DC.Emit.BossKill(0, {})",
      "Emit.BossKill: the player must be a low GUID (0 is no player)",
    );
    expectEqual(errorsOf(realm), []);
    expectEqual(run(realm, "return #DC.EventBus:GetRecentEvents('BOSS_KILL')"), [0]);
  });
});

describe("a player who was kept beyond the hook", () => {
  it("is no type of unlocks, and the line that asks is to blame", () => {
    const realm = playing();
    run(realm, KEEP_THRALL);
    pass(realm, 100);
    expectBlame(realm, "DC.PlayerProfile:GetUnlocks(7, P)", "DC.PlayerProfile:GetUnlocks: ");
  });
});
