import { PROFILE_FIELDS } from "../../../shared/catalog/profile-fields";
import { expectEqual } from "../../shared/expectations";
import { execute, select } from "../support/database";
import { ENGINES, errorsOf, pass, type Realm, startRealm } from "../support/realm";
import { ask, realmWithStaff } from "./console";

/** The line that has `part` in it. */
function lineWith(lines: readonly string[], part: string): string {
  for (const line of lines) if (line.includes(part)) return line;
  error(`no line with '${part}' in: ${lines.join(" | ")}`);
}

function expectLine(lines: readonly string[], expected: string): void {
  expectEqual(lineWith(lines, expected), expected);
}

function bossKill(realm: Realm): void {
  realm.world.killCreature("Arthas", { entry: 23954, rank: 3, dungeonBoss: true });
}

describe(".dci status", () => {
  for (const engine of ENGINES) {
    it(`tells version, tables, players and systems on ${engine}`, () => {
      const realm = realmWithStaff(engine);
      const lines = ask(realm, "Jaina", "dci status");
      const [version] = realm.world.run("return DC.Version");
      lineWith(lines, `DCIntegration ${tostring(version)} on ${engine === "ale" ? "ALE" : "Eluna"}`);
      const [[boot] = [""]] = select("SELECT MAX(boot_id) FROM dc_boot");
      expectLine(lines, `tables: open, boot ${boot ?? ""} of realm 1`);
      expectLine(lines, "players: 3 online, 3 in memory");
      expectLine(lines, "0 messages dropped (malformed 0, too many 0)");
      lineWith(lines, "systems:");
      const [systems] = realm.world.run("return DC.SystemRegistry:List()");
      for (const { name } of systems as { name: string }[]) lineWith(lines, `${name} running`);
      expectEqual(errorsOf(realm), []);
    });

    it(`counts operations until the bridge has applied them on ${engine}`, () => {
      const realm = realmWithStaff(engine);
      const before = lineWith(ask(realm, undefined, "dci status"), "operations");
      ask(realm, undefined, "dci unlock 9 pet 4");
      const after = lineWith(ask(realm, undefined, "dci status"), "operations");
      const [first] = string.match(before, "^%d+");
      expectEqual(after, `${((tonumber(first) ?? 0) + 1).toFixed(0)} operations not in the tables yet`);
      pass(realm, 100);
      execute("UPDATE dc_boot SET acknowledged = (SELECT MAX(sequence) FROM dc_journal)");
      pass(realm, 500);
      expectLine(ask(realm, undefined, "dci status"), "0 operations not in the tables yet");
    });

    it(`says that it waits for the tables, and changes are kept, on ${engine}`, () => {
      execute("RENAME TABLE dc_schema_migrations TO dc_schema_elsewhere");
      const realm = startRealm({ engine });
      realm.world.login({ name: "Thrall", guid: 7, account: 1, gmRank: 3 });
      const status = ask(realm, "Thrall", "dci status");
      const ledger = ask(realm, "Thrall", "dci ledger");
      const doctor = ask(realm, "Thrall", "dci doctor");
      ask(realm, "Thrall", "dci grant 7 2 5");
      execute("RENAME TABLE dc_schema_elsewhere TO dc_schema_migrations");
      expectLine(status, "tables: waiting for them, everything works from memory (realm 1)");
      expectEqual(ledger, ["the tables are waited for: there is no ledger to read yet"]);
      lineWith(doctor, "tables: PROBLEM, the database answers, the tables are at version 0, ");
      expectLine(doctor, "bridge: PROBLEM, none has been seen: the tables are not there");
      pass(realm, 6000);
      expectEqual(select("SELECT source, amount FROM dc_journal WHERE kind = 'earn'"), [["gm:Thrall", "5"]]);
    });
  }
});

describe(".dci events", () => {
  for (const engine of ENGINES) {
    it(`counts events and shows the last ones of a type on ${engine}`, () => {
      const realm = realmWithStaff(engine);
      bossKill(realm);
      bossKill(realm);
      const counts = ask(realm, "Thrall", "dci events");
      lineWith(counts, "BOSS_KILL 2");
      lineWith(counts, "PLAYER_LOGIN 3");
      for (const type of ["BOSS_KILL", "boss_kill"]) {
        const [title, newest, ...rest] = ask(realm, "Thrall", `dci events ${type}`);
        expectEqual(title, "BOSS_KILL: 2 since the start");
        expectEqual(newest, "0 s ago, player 9: creature_entry=23954 heroic=false map_id=0 raid_boss=false");
        expectEqual(rest.length, 1);
      }
      expectEqual(errorsOf(realm), []);
    });
  }
});

describe(".dci events of a script", () => {
  for (const engine of ENGINES) {
    it(`shows what else there is of an event with an engine's object in it on ${engine}`, () => {
      const realm = realmWithStaff(engine);
      realm.world.run(`
        DC.EventBus:RegisterEventType("DUEL_WON")
        local data = { loser = GetPlayerByName("Arthas"), [true] = 1, stakes = 5 }
        DC.EventBus:Publish({ type = "DUEL_WON", player = 7, data = data })`);
      pass(realm, 100);
      const [title, line, ...rest] = ask(realm, "Thrall", "dci events DUEL_WON");
      expectEqual([title, rest.length], ["DUEL_WON: 1 since the start", 0]);
      for (const part of ["player 7: ", "loser=", "stakes=5", "true=1"]) lineWith([line ?? ""], part);
    });
  }
});

describe(".dci profile", () => {
  for (const engine of ENGINES) {
    it(`shows fields, currencies and unlocks on ${engine}`, () => {
      const realm = realmWithStaff(engine);
      ask(realm, undefined, "dci grant Arthas 2 100");
      ask(realm, undefined, "dci spend Arthas 2 25");
      ask(realm, undefined, "dci unlock Arthas mount 5");
      ask(realm, undefined, "dci unlock Arthas title 1001");
      const lines = ask(realm, "Jaina", "dci profile Arthas");
      expectEqual(lines[0], "Arthas (9): online, account 3");
      for (const { column } of PROFILE_FIELDS) lineWith(lines, `${column} `);
      lineWith(lines, "total_logins 1,");
      lineWith(lines, "last_login 2026-01-01 00:00:00 UTC");
      expectLine(lines, "Upgrade Token (2): 75; earned 100, spent 25");
      expectLine(lines, "unlocks: title 1001, mount 5");
      for (const line of lines) expectEqual([line, line.length <= 130], [line, true]);
    });
  }
});

describe(".dci ledger", () => {
  for (const engine of ENGINES) {
    it(`shows the ten last changes of one player on ${engine}`, () => {
      const realm = realmWithStaff(engine);
      for (let sequence = 1; sequence <= 12; sequence++) {
        const happened = `2026-01-01 00:00:${sequence < 10 ? "0" : ""}${sequence.toFixed(0)}`;
        execute(
          "INSERT INTO dc_ledger (boot_id, sequence, player_guid, kind, subject, subject_id, amount, applied, source, cause, happened_at) " +
            `VALUES (1, ${sequence.toFixed(0)}, 50, 'earn', '', 2, ${sequence.toFixed(0)}, 3, 'mythic_plus', 'BOSS_KILL', '${happened}')`,
        );
      }
      execute(
        "INSERT INTO dc_ledger (boot_id, sequence, player_guid, kind, subject, subject_id, amount, applied, source, cause, happened_at) " +
          "VALUES (2, 1, 50, 'unlock', 'title', 1001, 0, 1, 'prestige', '', '2026-01-01 00:01:00')," +
          "(2, 2, 51, 'earn', '', 2, 1, 1, 'other', '', '2026-01-01 00:02:00')",
      );
      const lines = ask(realm, "Thrall", "dci ledger 50");
      expectEqual(lines[0], "player 50 (offline): the last 10 changes, 0 more in the queue");
      expectEqual(lines.length, 11);
      expectEqual(lines[1], "2026-01-01 00:01:00 unlock title 1001: prestige");
      expectEqual(lines[2], "2026-01-01 00:00:12 earn currency 2 12 (changed by 3): mythic_plus, BOSS_KILL");
      expectEqual(lines[10], "2026-01-01 00:00:04 earn currency 2 4 (changed by 3): mythic_plus, BOSS_KILL");
      expectEqual(errorsOf(realm), []);
    });
  }
});

describe(".dci ledger behind a bridge that is away", () => {
  for (const engine of ENGINES) {
    it(`counts what waits in the queue on ${engine}`, () => {
      const realm = realmWithStaff(engine);
      ask(realm, undefined, "dci unlock 50 pet 4");
      ask(realm, undefined, "dci unlock 50 pet 5");
      pass(realm, 100);
      expectEqual(ask(realm, "Thrall", "dci ledger 50"), [
        "player 50 (offline): the last 0 changes, 2 more in the queue",
      ]);
    });
  }
});

describe(".dci synergies", () => {
  for (const engine of ENGINES) {
    it(`shows each bonus and how it comes about on ${engine}`, () => {
      const realm = realmWithStaff(engine);
      realm.world.run(`DC.PlayerProfile:SetStat(9, "prestige_level", 12)`);
      expectEqual(ask(realm, "Jaina", "dci synergies Arthas"), [
        "Arthas (9): 5 bonuses",
        "itemupgrade cost_reduction_percent: 1.00 + 10 % Prestige Upgrade Discount = 1.10",
        "hotspots xp_bonus_percent: 1.00",
        "aoeloot drop_rate_bonus_percent: 1.00",
        "mythicplus rating_bonus_percent: 1.00 + 5 % Prestige Mythic Bonus = 1.05",
        "prestige xp_multiplier: 1.00",
      ]);
    });
  }
});

describe(".dci doctor", () => {
  for (const engine of ENGINES) {
    it(`tells what the engine lacks, and that the tables are there, on ${engine}`, () => {
      const realm = realmWithStaff(engine);
      const lines = ask(realm, "Thrall", "dci doctor");
      const lacking = lineWith(lines, "engine: ");
      expectEqual(lacking.endsWith(engine === "ale" ? "lacks nothing" : "lacks this:"), true);
      const [[version] = [""]] = select("SELECT MAX(version) FROM dc_schema_migrations");
      expectLine(lines, `tables: the database answers, the tables are at version ${version ?? ""}`);
      expectLine(lines, "addons, players by version: without 3");
      expectEqual(errorsOf(realm), []);
    });

    it(`finds out whether a bridge is at work on ${engine}`, () => {
      const realm = realmWithStaff(engine);
      const bridges = (): string[] =>
        ask(realm, "Thrall", "dci doctor").filter((line) => line.startsWith("bridge"));
      expectEqual(bridges(), ["bridge: PROBLEM, none has been seen for a day: start dc-bridge"]);
      execute(
        "INSERT INTO dc_bridge (bridge_id, version, seen_at) VALUES ('old:1', '0.0.9', CURRENT_TIMESTAMP - INTERVAL 100 SECOND)",
      );
      const [stopped = ""] = bridges();
      const [said] = string.gsub(stopped, "seen 10%d%d%d%d ms", "seen 10x s");
      expectEqual(
        said,
        "bridge: PROBLEM, none is at work, the last was old:1, version 0.0.9, seen 10x s ago",
      );
      execute(
        "INSERT INTO dc_bridge (bridge_id, version, seen_at) VALUES ('new:2', '0.1.0', CURRENT_TIMESTAMP + INTERVAL 5 SECOND)",
      );
      expectEqual(bridges(), ["bridge: new:2, version 0.1.0, seen 0 ms ago"]);
    });
  }
});
