import { expectEqual } from "../../shared/expectations";
import { execute, select } from "../support/database";
import { errorsOf, pass, type Realm, startRealm } from "../support/realm";
import { give, inKeep, KEEP, linesWith, NORTHREND, SPLIT_ENGINES, splitRealm, TOKENS } from "./split-realm";

/** The rows of the journal about the tokens, in order. */
function journal(): string[][] {
  return select(`SELECT kind, amount, source FROM dc_journal WHERE subject_id = ${TOKENS} ORDER BY sequence`);
}

function inWorld(realm: Realm, call: string): unknown[] {
  return realm.world.run(`return DC.PlayerProfile:${call}`);
}

function onMap(realm: Realm, call: string): unknown[] {
  return inKeep(realm, `return DC.PlayerProfile:${call}`);
}

for (const engine of SPLIT_ENGINES) {
  describe(`DC.PlayerProfile in a map state on ${engine}`, () => {
    it("answers with what the world state knows", () => {
      const realm = splitRealm(engine);
      give(realm, 500);
      realm.world.run(`
        DC.PlayerProfile:SetStat(7, "mythic_rating", 1234)
        DC.PlayerProfile:GrantUnlock(7, "title", 42, "test")
        DC.PlayerProfile:GrantUnlock(7, "title", 5, "test")
      `);
      pass(realm, 100);
      expectEqual(onMap(realm, "IsKnown(7)"), [true]);
      expectEqual(onMap(realm, `GetCurrency(7, ${TOKENS})`), [500]);
      expectEqual(onMap(realm, 'GetStat(7, "mythicRating")'), [1234]);
      expectEqual(onMap(realm, 'HasUnlock(7, "title", 42)'), [true]);
      expectEqual(onMap(realm, 'HasUnlock(7, "mount", 42)'), [false]);
      expectEqual(onMap(realm, 'GetUnlocks(7, "title")'), [[5, 42]]);
      const profile =
        "local p = DC.PlayerProfile:GetProfile(7) return p.guid, p.accountId, p.mythicRating, p.totalLogins";
      expectEqual(inKeep(realm, profile), [7, 3, 1234, 1]);
      expectEqual(errorsOf(realm), []);
    });

    it("knows nobody who is on another map", () => {
      const realm = splitRealm(engine);
      realm.world.login({ name: "Jaina", guid: 8, account: 4, ...NORTHREND });
      pass(realm, 100);
      expectEqual(onMap(realm, "IsKnown(8)"), [false]);
      const [succeeded, problem] = inKeep(
        realm,
        `return pcall(function() local balance = DC.PlayerProfile:GetCurrency(8, ${TOKENS}) return balance end)`,
      );
      expectEqual(succeeded, false);
      expectEqual(string.match(tostring(problem), "^[^:]+:1: ")[0] === undefined, false);
      expectEqual(tostring(problem).includes("GetCurrency: player 8 is not on the map of this state"), true);
    });

    it("counts its own changes at once, and the tables get each of them once", () => {
      const realm = splitRealm(engine);
      give(realm, 100);
      const code = `
        local p = DC.PlayerProfile
        local answers = {}
        p:AddCurrency(7, ${TOKENS}, 50, "chest")
        answers[1] = p:GetCurrency(7, ${TOKENS})
        answers[2] = p:SpendCurrency(7, ${TOKENS}, 120, "vendor")
        answers[3] = p:GetCurrency(7, ${TOKENS})
        answers[4] = p:SpendCurrency(7, ${TOKENS}, 31, "vendor")
        p:IncrementStat(7, "mythic_rating", 25)
        p:IncrementStat(7, "mythic_rating", -5)
        answers[5] = p:GetStat(7, "mythic_rating")
        p:SetStat(7, "prestige_level", 3)
        answers[6] = p:GetStat(7, "prestige_level")
        answers[7] = p:GrantUnlock(7, "mount", 9, "test")
        answers[8] = p:GrantUnlock(7, "mount", 9, "test")
        answers[9] = p:HasUnlock(7, "mount", 9)
        return answers
      `;
      const answers = [150, true, 30, false, 20, 3, true, false, true];
      expectEqual(inKeep(realm, code), [answers]);
      pass(realm, 200);
      expectEqual(onMap(realm, `GetCurrency(7, ${TOKENS})`), [30]);
      expectEqual(inWorld(realm, `GetCurrency(7, ${TOKENS})`), [30]);
      expectEqual(inWorld(realm, 'GetStat(7, "mythic_rating")'), [20]);
      expectEqual(inWorld(realm, 'HasUnlock(7, "mount", 9)'), [true]);
      expectEqual(journal(), [
        ["earn", "100", "test"],
        ["earn", "50", "chest"],
        ["spend", "120", "vendor"],
      ]);
      expectEqual(errorsOf(realm), []);
    });

    it("takes nothing twice when the player goes to another map at once", () => {
      const realm = splitRealm(engine);
      give(realm, 100);
      const spend = `return (DC.PlayerProfile:SpendCurrency(7, ${TOKENS}, 80, "vendor"))`;
      const player = realm.world.world.playerOrFail("Thrall");
      expectEqual(inKeep(realm, spend), [true]);
      // The change is still on its way: the next map must see it all the same.
      realm.world.travel("Thrall", NORTHREND);
      const { consoleCommands } = realm.world.world;
      const held = consoleCommands.splice(0, consoleCommands.length);
      pass(realm, 50);
      expectEqual(player.map.id, NORTHREND.mapId);
      expectEqual(realm.world.run(spend, NORTHREND), [false]);
      expectEqual(realm.world.run(`return DC.PlayerProfile:GetCurrency(7, ${TOKENS})`, NORTHREND), [20]);
      for (const command of held) consoleCommands.push(command);
      pass(realm, 200);
      expectEqual(realm.world.run(`return DC.PlayerProfile:GetCurrency(7, ${TOKENS})`, NORTHREND), [20]);
      expectEqual(inWorld(realm, `GetCurrency(7, ${TOKENS})`), [20]);
      expectEqual(journal().length, 2);
      expectEqual(errorsOf(realm), []);
    });

    it("shows after a loading screen what the world has taken behind it", () => {
      const realm = splitRealm(engine);
      give(realm, 100);
      onMap(realm, `SpendCurrency(7, ${TOKENS}, 80, "vendor")`);
      realm.world.travel("Thrall", NORTHREND);
      const { consoleCommands } = realm.world.world;
      for (const command of consoleCommands.splice(0, consoleCommands.length)) {
        realm.world.command(undefined, command);
      }
      expectEqual(inWorld(realm, `GetCurrency(7, ${TOKENS})`), [20]);
      pass(realm, 50);
      const call = `return DC.PlayerProfile:GetCurrency(7, ${TOKENS})`;
      expectEqual(realm.world.run(call, NORTHREND), [20]);
      pass(realm, 11000);
      expectEqual(realm.world.run(call, NORTHREND), [20]);
      expectEqual(journal().length, 2);
      expectEqual(errorsOf(realm), []);
    });

    it("never lets the world state and a map spend the same", () => {
      const realm = splitRealm(engine);
      give(realm, 100);
      const spend = `return (DC.PlayerProfile:SpendCurrency(7, ${TOKENS}, 80, "vendor"))`;
      expectEqual(inKeep(realm, spend), [true]);
      expectEqual(realm.world.run(spend), [false]);
      pass(realm, 100);
      give(realm, 80);
      expectEqual(realm.world.run(spend), [true]);
      // No tick in between: what lowers a balance is shown at once.
      expectEqual(inKeep(realm, spend), [false]);
      expectEqual(errorsOf(realm), []);
    });

    it("carries out what a map has decided though too little is left, and says what is missing", () => {
      const realm = splitRealm(engine);
      give(realm, 100);
      expectEqual(onMap(realm, `SpendCurrency(7, ${TOKENS}, 80, "vendor")`), [true]);
      // Before the spend arrives, somebody else takes what it was decided on.
      realm.world.command(undefined, `dcchange ${changeOf(99, 70)}`);
      pass(realm, 200);
      expectEqual(inWorld(realm, `GetCurrency(7, ${TOKENS})`), [0]);
      expectEqual(
        linesWith(realm, "spent 80 of currency 100 (vendor) on a map, and 50 of it were gone already").length,
        1,
      );
    });

    it("holds weekly caps", () => {
      const realm = splitRealm(engine);
      execute(
        `INSERT INTO dc_currency_definitions (currency_id, name, weekly_cap) VALUES (${TOKENS}, 'Token', 100)`,
      );
      realm.world.reload();
      pass(realm, 2000);
      expectEqual(onMap(realm, `AddCurrency(7, ${TOKENS}, 60, "chest")`), [true]);
      expectEqual(onMap(realm, `AddCurrency(7, ${TOKENS}, 60, "chest")`), [false, "weekly_cap"]);
      expectEqual(onMap(realm, `GetWeeklyEarned(7, ${TOKENS})`), [60, 100]);
      pass(realm, 100);
      expectEqual(onMap(realm, `GetWeeklyEarned(7, ${TOKENS})`), [60, 100]);
      expectEqual(inWorld(realm, `GetWeeklyEarned(7, ${TOKENS})`), [60, 100]);
      execute(`DELETE FROM dc_currency_definitions WHERE currency_id = ${TOKENS}`);
    });

    it("knows a player of whom a stat was set to minus zero", () => {
      const realm = splitRealm(engine);
      realm.world.run("local zero = 0.0 DC.PlayerProfile:SetStat(7, 'mythic_rating', -zero)");
      pass(realm, 100);
      expectEqual(onMap(realm, "IsKnown(7)"), [true]);
      inKeep(realm, "local zero = 0.0 DC.PlayerProfile:SetStat(7, 'mythic_rating', -zero)");
      pass(realm, 100);
      expectEqual(onMap(realm, "GetStat(7, 'mythic_rating')"), [0]);
      expectEqual(errorsOf(realm), []);
    });

    it("takes what it has promised, however long the type of the event is that caused it", () => {
      for (const length of [50, 60]) {
        const realm = splitRealm(engine);
        give(realm, 100);
        const [promised] = inKeep(
          realm,
          `local name, promised = string.rep("L", ${length}), false
           if not pcall(function() DC.EventBus:RegisterEventType(name) end) then return false end
           DC.EventBus:Subscribe(name, function()
             promised = DC.PlayerProfile:SpendCurrency(7, ${TOKENS}, 60, "vendor")
           end)
           DC.EventBus:Publish({ type = name, player = 7 })
           return promised`,
        );
        pass(realm, 200);
        if (length === 50) expectEqual(promised, true);
        expectEqual(inWorld(realm, `GetCurrency(7, ${TOKENS})`), [promised === true ? 40 : 100]);
        expectEqual(linesWith(realm, "refused a change"), []);
      }
    });

    it("notes the event in which a map has changed something, for each kind of change", () => {
      const realm = splitRealm(engine);
      inKeep(
        realm,
        `DC.EventBus:Subscribe("BOSS_KILL", function()
           DC.PlayerProfile:GrantUnlock(7, "title", 9, "trophy")
           DC.PlayerProfile:AddCurrency(7, ${TOKENS}, 5, "trophy")
           DC.PlayerProfile:SpendCurrency(7, ${TOKENS}, 1, "trophy")
           DC.PlayerProfile:IncrementStat(7, "mythic_rating", 1, "trophy")
         end)
         DC.Emit.BossKill(7, {})`,
      );
      pass(realm, 200);
      const causes = select("SELECT kind, cause FROM dc_journal WHERE source = 'trophy' ORDER BY sequence");
      expectEqual(
        causes,
        ["unlock", "earn", "spend", "add"].map((kind) => [kind, "BOSS_KILL"]),
      );
      expectEqual(errorsOf(realm), []);
    });

    it("loses nothing by a reload of the map state, or of the world's", () => {
      const realm = splitRealm(engine);
      give(realm, 100);
      for (const target of ["574", "-1", ""]) {
        expectEqual(onMap(realm, `SpendCurrency(7, ${TOKENS}, 10, "vendor")`), [true]);
        realm.world.command(undefined, `reload eluna ${target}`);
        pass(realm, 2000);
        expectEqual(onMap(realm, `GetCurrency(7, ${TOKENS})`), inWorld(realm, `GetCurrency(7, ${TOKENS})`));
      }
      expectEqual(inWorld(realm, `GetCurrency(7, ${TOKENS})`), [70]);
      expectEqual(errorsOf(realm), []);
    });

    it("begins anew with the next login", () => {
      const realm = splitRealm(engine);
      give(realm, 100);
      onMap(realm, `SpendCurrency(7, ${TOKENS}, 10, "vendor")`);
      pass(realm, 100);
      realm.world.logout("Thrall");
      pass(realm, 100);
      realm.world.login({ name: "Thrall", guid: 7, account: 3, ...KEEP });
      expectEqual(onMap(realm, `GetCurrency(7, ${TOKENS})`), [90]);
      expectEqual(onMap(realm, `SpendCurrency(7, ${TOKENS}, 90, "vendor")`), [true]);
      expectEqual(onMap(realm, `SpendCurrency(7, ${TOKENS}, 1, "vendor")`), [false, "not_enough"]);
      pass(realm, 100);
      expectEqual(onMap(realm, `GetCurrency(7, ${TOKENS})`), [0]);
      expectEqual(errorsOf(realm), []);
    });

    it("blames the line that called it", () => {
      const realm = splitRealm(engine);
      const [, problem] = inKeep(
        realm,
        `return pcall(function()\n DC.PlayerProfile:SpendCurrency(7, ${TOKENS}, -1, "x")\nend)`,
      );
      expectEqual(
        tostring(problem).includes("run:2: DC.PlayerProfile:SpendCurrency: amount must be from 1"),
        true,
      );
    });
  });

  describe(`a change of a map on ${engine}`, () => {
    it("is not taken from a player's command", () => {
      const realm = splitRealm(engine);
      give(realm, 100);
      expectEqual(realm.world.command("Thrall", `dcchange ${changeOf(1, 50)}`), false);
      expectEqual(inWorld(realm, `GetCurrency(7, ${TOKENS})`), [100]);
    });

    it("is refused when it is wrong, and does not wait any more", () => {
      const realm = splitRealm(engine);
      give(realm, 100);
      const bad = [
        "{",
        "[]",
        "{}",
        '{"player":7,"number":1,"kind":"spend","subjectId":100,"amount":-5,"source":"x"}',
        '{"player":7,"number":1,"kind":"delete","source":"x"}',
        '{"player":7,"number":1,"kind":"set","subject":"mythic_rating","amount":-1,"source":"x"}',
        '{"player":7,"number":1,"kind":"add","subject":"no_such","amount":1,"source":"x"}',
        '{"player":7,"number":1,"kind":"unlock","subject":"title","subjectId":0,"source":"x"}',
        '{"player":7,"number":1,"kind":"earn","subjectId":100,"amount":5}',
      ];
      for (const json of bad) expectEqual(realm.world.command(undefined, `dcchange ${json}`), true);
      pass(realm, 100);
      expectEqual(journal().length, 1);
      expectEqual(errorsOf(realm).length, 1);
    });
  });
}

/** A spend of Thrall's as a map would send it. */
function changeOf(number: number, amount: number): string {
  const head = `"player":7,"number":${number},"kind":"spend","subjectId":${TOKENS}`;
  return `{${head},"amount":${amount},"source":"other","subject":"","cause":"","requestId":""}`;
}

describe("one state for everything", () => {
  for (const engine of SPLIT_ENGINES) {
    it(`shares no memory on ${engine}`, () => {
      const realm = startRealm({ engine });
      pass(realm, 2000);
      realm.world.login({ name: "Thrall", guid: 7, account: 3 });
      give(realm, 100);
      expectEqual(realm.world.world.playerOrFail("Thrall").data, undefined);
      expectEqual(realm.world.command(undefined, `dcchange ${changeOf(1, 50)}`), false);
    });
  }
});
