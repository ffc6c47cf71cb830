import { COMMANDS, usageOf } from "../../../server-bridge/eluna/commands/command-table";
import { expectEqual } from "../../shared/expectations";
import { ENGINES, errorsOf, pass, realmScripts, startRealm } from "../support/realm";
import { ask, askOne, realmWithStaff } from "./console";

/** Commands that each caller may use. */
function helpFor(rank: number): string[] {
  const lines: string[] = [];
  for (const row of COMMANDS) if (rank >= row.rank) lines.push(`${usageOf(row)}: ${row.description}`);
  return lines;
}

describe("the rank that a command takes", () => {
  for (const engine of ENGINES) {
    it(`decides what help shows on ${engine}`, () => {
      const realm = realmWithStaff(engine);
      for (const { caller, rank } of [
        { caller: "Thrall", rank: 3 },
        { caller: "Jaina", rank: 1 },
        { rank: math.huge },
      ]) {
        const lines = ask(realm, caller, "dci help");
        lines.pop();
        expectEqual(lines, helpFor(rank));
      }
      expectEqual(ask(realm, "Thrall", "dci"), ask(realm, "Thrall", "dci help"));
    });

    it(`stops every command of a player, who hears what the core says, on ${engine}`, () => {
      const realm = realmWithStaff(engine);
      for (const { name } of COMMANDS) {
        const before = realm.log.length;
        expectEqual(realm.world.command("Arthas", `dci ${name} Arthas 2 100`), false);
        expectEqual(realm.log.length, before);
      }
    });

    it(`stops commands above it, and nothing changes, on ${engine}`, () => {
      const realm = realmWithStaff(engine);
      for (const row of COMMANDS) {
        if (row.rank > 1)
          expectEqual(
            askOne(realm, "Jaina", `dci ${row.name} Jaina 2 100`),
            `${usageOf(row)} takes GM rank ${row.rank}`,
          );
      }
      expectEqual(realm.world.run("return DC.PlayerProfile:GetCurrency(8, 2)"), [0]);
    });
  }
});

describe("words that are not ours", () => {
  for (const engine of ENGINES) {
    it(`are left to other scripts and to the core on ${engine}`, () => {
      const other = {
        name: "other.lua",
        code: `RegisterPlayerEvent(42, function(_, player, text) if text == "dcity" then heard = true return false end end)`,
      };
      const realm = startRealm({ engine, scripts: [...realmScripts(), other] });
      for (const text of ["dc", "dcix status", "DCI status", "x dci", "", "  "]) {
        expectEqual(realm.world.command(undefined, text), false);
      }
      expectEqual(realm.world.command(undefined, "dcity"), true);
      expectEqual(realm.world.run("return heard"), [true]);
      expectEqual(realm.world.command(undefined, "dci status"), true);
    });

    it(`behind ours are answered with a pointer to help on ${engine}`, () => {
      const realm = realmWithStaff(engine);
      expectEqual(askOne(realm, "Thrall", "dci dance"), "there is no command 'dance', see .dci help");
      expectEqual(errorsOf(realm), []);
    });
  }
});

describe("an Eluna with a state for each map", () => {
  for (const engine of ENGINES.filter((name) => name !== "ale")) {
    it(`answers a command once on ${engine}`, () => {
      const realm = startRealm({ engine, mapStates: true });
      realm.world.login({ name: "Thrall", guid: 7, account: 1, gmRank: 3, mapId: 574 });
      pass(realm, 200);
      expectEqual(ask(realm, "Thrall", "dci help").length, COMMANDS.length + 1);
      expectEqual(errorsOf(realm), []);
    });
  }
});

describe("a command that fails", () => {
  it("is reported in the log, and the caller hears of it", () => {
    const realm = realmWithStaff("ale");
    realm.world.run(`DC.SystemRegistry.List = function() error("broken", 0) end`);
    const lines = ask(realm, "Thrall", "dci status");
    expectEqual(lines[lines.length - 1], "the command failed, see the server's log");
    expectEqual(errorsOf(realm), ["ERROR: [DCIntegration] the command 'dci status' failed: broken"]);
  });
});
