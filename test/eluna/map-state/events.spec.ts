import { expectEqual } from "../../shared/expectations";
import { select } from "../support/database";
import { errorsOf, pass, readFile, type Realm, realmScripts, startRealm } from "../support/realm";
import { inKeep, KEEP, KELESETH, linesWith, NORTHREND, SPLIT_ENGINES, splitRealm } from "./split-realm";

const COUNTER = `
  function count(type)
    counted = counted or {}
    DC.EventBus:Subscribe(type, function(event)
      counted[#counted + 1] = string.format("%s of %d: %s", event.type, event.player, tostring(event:Get("name", "")))
    end)
  end
`;
const SCRIPTS = [{ name: "counter.lua", code: COUNTER }];

/** The manual's script for damage. */
const [MANUAL_SUMS] = string.match(readFile("docs/multistate.md"), "\n```lua\n(DC.EventBus:Reg.-)```");
const SUMS = { name: "sums.lua", code: MANUAL_SUMS ?? "" };

function counted(realm: Realm): unknown {
  const [list] = realm.world.run("local list = counted or {}; counted = {}; return list");
  return list;
}

function bossKills(): string[][] {
  return select("SELECT player_guid, amount FROM dc_journal WHERE subject = 'total_boss_kills'");
}

for (const engine of SPLIT_ENGINES) {
  describe(`an event in a map state on ${engine}`, () => {
    it("reaches scripts there at once, the world state, and the tables once", () => {
      const realm = splitRealm(engine, SCRIPTS);
      inKeep(realm, 'count("BOSS_KILL")');
      realm.world.run('count("BOSS_KILL")');
      realm.world.killCreature("Thrall", KELESETH);
      expectEqual(inKeep(realm, "return counted"), [["BOSS_KILL of 7: "]]);
      expectEqual(counted(realm), []);
      pass(realm, 200);
      expectEqual(counted(realm), ["BOSS_KILL of 7: "]);
      expectEqual(bossKills(), [["7", "1"]]);
      expectEqual(errorsOf(realm), []);
    });

    it("is published once where one state does everything", () => {
      const realm = startRealm({ engine });
      pass(realm, 2000);
      realm.world.login({ name: "Thrall", guid: 7, account: 3, level: 80, ...KEEP });
      realm.world.killCreature("Thrall", KELESETH);
      pass(realm, 200);
      expectEqual(bossKills(), [["7", "1"]]);
      expectEqual(
        realm.world.command(undefined, 'dcevent {"type":"DAILY_RESET","player":0,"data":{}}'),
        false,
      );
      expectEqual(errorsOf(realm), []);
    });

    it("completes the dungeons of the table that admins edit", () => {
      const realm = splitRealm(engine);
      realm.world.killCreature("Thrall", { entry: 23954, rank: 1, dungeonBoss: true });
      pass(realm, 200);
      const runs = select("SELECT amount FROM dc_journal WHERE subject = 'total_dungeon_completions'");
      expectEqual(runs, [["1"]]);
    });

    it("comes from scripts as well, by every way to publish, in order", () => {
      const realm = splitRealm(engine, SCRIPTS);
      realm.world.run('count("CUSTOM_EVENT")');
      inKeep(
        realm,
        `DC.EventBus:PublishAsync({ type = "CUSTOM_EVENT", player = 7, data = { name = "later" } })
         DC.Emit.CustomEvent(7, { name = 'a "quoted"\\nline' })
         DC.EventBus:Publish({ type = "CUSTOM_EVENT", data = { name = "of the realm" } })`,
      );
      pass(realm, 200);
      expectEqual(counted(realm), [
        'CUSTOM_EVENT of 7: a "quoted"\nline',
        "CUSTOM_EVENT of 0: of the realm",
        "CUSTOM_EVENT of 7: later",
      ]);
      expectEqual(errorsOf(realm), []);
    });

    it("carries what the subscribers there have made of it, and stays there when it is damage", () => {
      const realm = splitRealm(engine, SCRIPTS);
      for (const type of ["CUSTOM_EVENT", "DAMAGE_DEALT"]) realm.world.run(`count("${type}")`);
      inKeep(
        realm,
        `DC.EventBus:Subscribe("CUSTOM_EVENT", function(event) event:Set("name", "changed") end)
         DC.Emit.DamageDealt(7, { amount = 100 })
         DC.Emit.CustomEvent(7, { name = "plain" })`,
      );
      pass(realm, 200);
      expectEqual(counted(realm), ["CUSTOM_EVENT of 7: changed"]);
    });

    it("that is damage is for the subscribers of its map, and the log says so to one of the world", () => {
      const realm = splitRealm(engine, SCRIPTS);
      const lines = (): number => linesWith(realm, "which hears of no map").length;
      inKeep(realm, 'count("DAMAGE_DEALT") count("HEALING_DONE")');
      expectEqual(lines(), 0);
      realm.world.run('count("DAMAGE_DEALT") count("DAMAGE_DEALT") count("HEALING_DONE")');
      expectEqual(lines(), 2);
      inKeep(realm, "DC.Emit.DamageDealt(7, { amount = 100 }) DC.Emit.HealingDone(7, { amount = 50 })");
      expectEqual(inKeep(realm, "return counted"), [["DAMAGE_DEALT of 7: ", "HEALING_DONE of 7: "]]);
      pass(realm, 200);
      expectEqual(counted(realm), []);
      expectEqual(errorsOf(realm), []);
    });

    it("that is damage reaches the world state as the sum of the manual's script", () => {
      const realm = splitRealm(engine, [SUMS]);
      inKeep(realm, "for _ = 1, 30 do DC.Emit.DamageDealt(7, { amount = 100 }) end");
      expectEqual(realm.world.world.consoleCommands.length, 0);
      pass(realm, 2000);
      expectEqual(realm.world.run("return DC.PlayerProfile:GetStat(7, 'prestige_xp')"), [3]);
      expectEqual(errorsOf(realm), []);
    });

    it("goes on after a reload of that map state", () => {
      const realm = splitRealm(engine);
      realm.world.killCreature("Thrall", KELESETH);
      realm.world.command(undefined, "reload eluna 574");
      pass(realm, 200);
      realm.world.killCreature("Thrall", KELESETH);
      pass(realm, 200);
      expectEqual(bossKills(), [
        ["7", "1"],
        ["7", "1"],
      ]);
      expectEqual(errorsOf(realm), []);
    });

    it("is not lost when the player leaves the map before the world has it", () => {
      const realm = splitRealm(engine);
      realm.world.killCreature("Thrall", KELESETH);
      realm.world.travel("Thrall", NORTHREND);
      pass(realm, 200);
      expectEqual(bossKills(), [["7", "1"]]);
    });
  });

  describe(`the world state on ${engine}`, () => {
    const BOSS = '{"type":"BOSS_KILL","player":7,"data":{"raid_boss":true}}';

    it("takes no event from a player's command", () => {
      const realm = splitRealm(engine, SCRIPTS);
      realm.world.login({ name: "Garrosh", guid: 9, account: 5, gmRank: 3, ...KEEP });
      realm.world.run('count("BOSS_KILL")');
      for (const name of ["Thrall", "Garrosh"])
        expectEqual(realm.world.command(name, `dcevent ${BOSS}`), false);
      pass(realm, 200);
      expectEqual(counted(realm), []);
      expectEqual(realm.world.command(undefined, `dcevent ${BOSS}`), true);
      expectEqual(counted(realm), ["BOSS_KILL of 7: "]);
    });

    it("leaves other commands alone", () => {
      const realm = splitRealm(engine);
      for (const text of ["dcevents", "dcevent", "dcchanges", "server info"]) {
        expectEqual(realm.world.command(undefined, text), false);
      }
      expectEqual(errorsOf(realm), []);
    });

    it("drops what is no event, and says so without filling the log", () => {
      const realm = splitRealm(engine, SCRIPTS);
      for (const type of ["BOSS_KILL", "CUSTOM_EVENT"]) realm.world.run(`count("${type}")`);
      const bad = [
        "",
        "{",
        "[]",
        '{"player":7,"data":{}}',
        '{"type":"BOSS_KILL","data":{}}',
        '{"type":"BOSS_KILL","player":-1,"data":{}}',
        '{"type":"BOSS_KILL","player":7.5,"data":{}}',
        '{"type":"BOSS_KILL","player":7}',
        '{"type":"BOSS_KILL","player":7,"data":[]}',
        '{"type":"BOSS_KILL","player":7,"data":{"raid_boss":1}}',
        '{"type":"BOSS_KILL","player":7,"data":{"raid":true}}',
        '{"type":"CUSTOM_EVENT","player":7,"data":{"name":{}}}',
        '{"type":"BOSS_KILL","player":0,"data":{}}',
        '{"type":"NO_SUCH_TYPE","player":7,"data":{}}',
      ];
      for (const json of bad) expectEqual(realm.world.command(undefined, `dcevent ${json}`), true);
      expectEqual(counted(realm), []);
      expectEqual(errorsOf(realm).length, 1);
      pass(realm, 11000);
      realm.world.command(undefined, "dcevent {");
      expectEqual(linesWith(realm, `and ${(bad.length - 1).toFixed(0)} more before it`).length, 1);
    });

    it("says which types of scripts it does not know", () => {
      const realm = splitRealm(engine, SCRIPTS);
      const publish = `
        DC.EventBus:RegisterEventType("ARENA_WON")
        DC.EventBus:Publish({ type = "ARENA_WON", player = 7, data = { rating = 1.5 } })
      `;
      inKeep(realm, publish);
      pass(realm, 100);
      expectEqual(linesWith(realm, "unknown event type 'ARENA_WON'").length, 1);
      realm.world.run('DC.EventBus:RegisterEventType("ARENA_WON") count("ARENA_WON")');
      inKeep(realm, publish);
      pass(realm, 100);
      expectEqual(counted(realm), ["ARENA_WON of 7: "]);
    });
  });
}

describe("the manual's script for damage", () => {
  it("does the same where one state does everything", () => {
    const realm = startRealm({ engine: "ale", scripts: [...realmScripts(), SUMS] });
    pass(realm, 2000);
    realm.world.login({ name: "Thrall", guid: 7, account: 3, level: 80, ...KEEP });
    for (let blow = 0; blow < 30; blow++) realm.world.attack("Thrall", { entry: 23953 }, 100);
    pass(realm, 2000);
    expectEqual(realm.world.run("return DC.PlayerProfile:GetStat(7, 'prestige_xp')"), [3]);
    expectEqual(errorsOf(realm), []);
  });
});
