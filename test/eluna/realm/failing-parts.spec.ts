import { expectEqual } from "../../shared/expectations";
import { recordMessages, sayHello } from "../support/addon";
import { execute, select } from "../support/database";
import { ENGINES, errorsOf, pass, type Realm, startRealm } from "../support/realm";
import { BOOT, playing, run, tell } from "./playing";

/** Makes every statement in which `part` stands raise, as a database function of Eluna does that an admin has switched off. */
function breakQueries(realm: Realm, part: string): void {
  run(
    realm,
    `local realQuery = CharDBQuery
     CharDBQuery = function(sql)
       if sql:find("${part}", 1, true) then error("the database is out of order", 0) end
       return realQuery(sql)
     end`,
  );
}

describe("a part of a tick that raises", () => {
  for (const engine of ENGINES) {
    it(`is reported once and takes none of the others with it on ${engine}`, () => {
      const realm = startRealm({ engine });
      pass(realm, 200);
      realm.world.login({ name: "Thrall", guid: 7, account: 3, level: 80 });
      pass(realm, 200);
      for (const part of ["dc_outbox", "dc_inbox", "FROM dc_journal j"]) breakQueries(realm, part);
      run(realm, "DC.EventBus:Subscribe('CUSTOM_EVENT', function() heard = true end)");
      run(realm, "DC.EventBus:PublishAsync({ type = 'CUSTOM_EVENT' })");
      run(realm, "DC.PlayerProfile:AddCurrency(7, 2, 5, 'spec')");
      execute("UPDATE dc_boot SET seen_at = '2020-01-01 00:00:00'");
      pass(realm, 20000);
      expectEqual(run(realm, "return heard"), [true]);
      expectEqual(select("SELECT amount FROM dc_journal WHERE source = 'spec'"), [["5"]]);
      expectEqual(select(`SELECT seen_at > '2020-01-02' FROM dc_boot WHERE boot_id = ${BOOT}`), [["1"]]);
      expectEqual(errorsOf(realm).sort(), [
        "ERROR: [DCIntegration] the inbox failed: the database is out of order",
        "ERROR: [DCIntegration] the look for lost operations failed: the database is out of order",
        "ERROR: [DCIntegration] the poll failed: the database is out of order",
      ]);
    });
  }
});

describe("a row of the outbox that fails", () => {
  it("does not hold up those behind it", () => {
    const realm = playing();
    execute("INSERT INTO dc_player_currencies (player_guid, currency_id, amount) VALUES (7, 2, 500)");
    breakQueries(realm, "FROM dc_currency_definitions");
    tell(realm, "config_changed", "dc_currency_definitions");
    tell(realm, "everyone_changed");
    expectEqual(run(realm, "return DC.PlayerProfile:GetCurrency(7, 2)"), [500]);
    expectEqual(select("SELECT COUNT(*) FROM dc_outbox"), [["0"]]);
    expectEqual(errorsOf(realm), [
      "ERROR: [DCIntegration] reading dc_currency_definitions failed: the database is out of order",
    ]);
  });
});

describe("a reset that cannot be taken off the outbox", () => {
  it("does not hold up what is no reset, and happens when it can", () => {
    const realm = playing();
    execute("INSERT INTO dc_player_currencies (player_guid, currency_id, amount) VALUES (7, 2, 500)");
    run(realm, "resets = 0 DC.EventBus:Subscribe('DAILY_RESET', function() resets = resets + 1 end)");
    run(realm, "outerQuery = CharDBQuery");
    breakQueries(realm, "FROM dc_outbox WHERE outbox_id");
    tell(realm, "daily_reset");
    tell(realm, "everyone_changed");
    expectEqual(run(realm, "return DC.PlayerProfile:GetCurrency(7, 2), resets"), [500, 0]);
    run(realm, "CharDBQuery = outerQuery");
    pass(realm, 600);
    expectEqual(run(realm, "return resets"), [1]);
    expectEqual(select("SELECT COUNT(*) FROM dc_outbox"), [["0"]]);
    expectEqual(errorsOf(realm), [
      "ERROR: [DCIntegration] outbox row daily_reset failed: the database is out of order",
    ]);
  });
});

describe("a read of a player that raises", () => {
  it("leaves nothing behind, and does not take the other players' with it", () => {
    const realm = playing();
    realm.world.login({ name: "Jaina", guid: 8, account: 4, level: 80 });
    pass(realm, 200);
    execute(
      "INSERT INTO dc_player_currencies (player_guid, currency_id, amount) VALUES (7, 2, 500), (8, 2, 600)",
    );
    breakQueries(realm, "player_guid = 7");
    breakQueries(realm, "player_guid = 9");
    expectEqual(run(realm, "return (pcall(function() DC.PlayerProfile:GetStat(9, 'prestige_level') end))"), [
      false,
    ]);
    expectEqual(run(realm, "return DC.PlayerProfile.players.records:find(9) == nil"), [true]);
    tell(realm, "everyone_changed");
    expectEqual(run(realm, "return DC.PlayerProfile:GetCurrency(8, 2)"), [600]);
    expectEqual(errorsOf(realm), [
      "ERROR: [DCIntegration] reading a player failed: the database is out of order",
    ]);
  });
});

describe("an addon that cannot be sent to", () => {
  /** While `broken` is set, AIO raises for whatever goes to Thrall. */
  const BREAK = `
    local newMessage = AIO.Msg
    AIO.Msg = function()
      local message = newMessage()
      local send = message.Send
      message.Send = function(self, player)
        if broken and player:GetName() == "Thrall" then error("no way to this addon", 0) end
        return send(self, player)
      end
      return message
    end`;
  const COUNT =
    "local counts = { sent.Thrall and #sent.Thrall or 0, sent.Jaina and #sent.Jaina or 0 } sent = {}";
  const EARN = "for _, guid in ipairs({ 7, 8 }) do DC.PlayerProfile:AddCurrency(guid, 3, 5, 'spec') end";

  it("costs no other its updates, and gets the next of its own", () => {
    const realm = playing();
    realm.world.login({ name: "Jaina", guid: 8, account: 4, level: 80 });
    execute("INSERT INTO dc_currency_definitions (currency_id, name, weekly_cap) VALUES (3, 'Spec', 500)");
    tell(realm, "config_changed", "dc_currency_definitions");
    execute("DELETE FROM dc_currency_definitions WHERE currency_id = 3");
    recordMessages(realm);
    run(realm, BREAK);
    for (const name of ["Thrall", "Jaina"]) sayHello(realm, name);
    pass(realm, 200);
    run(realm, `sent = {} broken = true ${EARN}`);
    pass(realm, 100);
    // The balance, and what was earned under the weekly cap.
    expectEqual(run(realm, `${COUNT} return counts[1], counts[2]`), [0, 2]);
    run(realm, `broken = false ${EARN}`);
    pass(realm, 100);
    expectEqual(run(realm, `${COUNT} return counts[1], counts[2]`), [2, 2]);
    expectEqual(errorsOf(realm), [
      "ERROR: [DCIntegration] an addon's update failed: no way to this addon",
      "ERROR: [DCIntegration] an addon's weekly caps failed: no way to this addon",
    ]);
  });
});

describe("the end of a script", () => {
  it("writes what has happened, whatever of it fails", () => {
    const realm = playing();
    run(realm, "DC.PlayerProfile:AddCurrency(7, 2, 5, 'spec')");
    run(realm, "DC.SystemRegistry.ShutdownAll = function() error('no end', 0) end");
    realm.world.reload();
    expectEqual(select("SELECT amount FROM dc_journal WHERE source = 'spec'"), [["5"]]);
    expectEqual(errorsOf(realm), ["ERROR: [DCIntegration] the end of the systems failed: no end"]);
  });
});
