import { expectEqual } from "../../shared/expectations";
import { execute, lockWaits, refuse, select, whileHeld } from "../support/database";
import { pass, type Realm } from "../support/realm";
import { acknowledgeAll, BOOT, playing, run, THRALL } from "./playing";

const SECOND = 1000;
const TAKE_REQUEST = "UPDATE dc_inbox SET status = 'taken'";

function ask(values: string): void {
  execute(
    "INSERT INTO dc_inbox (realm_id, kind, player_guid, name, subject_id, amount, source) " +
      `SELECT realm_id, ${values} FROM dc_boot WHERE boot_id = ${BOOT}`,
  );
}

function askForRating(): void {
  ask(`'add', ${THRALL}, 'mythic_rating', 0, 25, 'shop'`);
}

function rating(realm: Realm): unknown {
  return run(realm, "return DC.PlayerProfile:GetStat(7, 'mythic_rating')")[0];
}

function statuses(): string[] {
  return select("SELECT status FROM dc_inbox ORDER BY inbox_id").map(([status]) => status ?? "");
}

/** A realm that counts what the calendar tells it, and a way to tell it something. */
function listening(): Realm {
  const realm = playing();
  run(
    realm,
    `heard = {}
     for _, name in ipairs({ "DAILY_RESET", "SEASON_END", "SEASON_START" }) do
       DC.EventBus:Subscribe(name, function() heard[#heard + 1] = name end)
     end`,
  );
  return realm;
}

function occasion(kind: string): void {
  execute(
    `INSERT INTO dc_outbox (realm_id, kind, amount) SELECT realm_id, '${kind}', 3 FROM dc_boot WHERE boot_id = ${BOOT}`,
  );
}

function heard(realm: Realm): unknown {
  return run(realm, "return heard")[0];
}

describe("a request of the inbox", () => {
  it("that somebody holds waits for them, without the others or the world, and counts once", () => {
    const realm = playing();
    askForRating();
    const before = lockWaits();
    whileHeld("dc_inbox", () => {
      ask(`'earn', ${THRALL}, '', 2, 10, 'shop'`);
      pass(realm, 2 * SECOND);
      expectEqual(rating(realm), 0);
      expectEqual(run(realm, "return DC.PlayerProfile:GetCurrency(7, 2)"), [10]);
    });
    expectEqual(lockWaits(), before);
    pass(realm, 3 * SECOND);
    expectEqual(rating(realm), 25);
    expectEqual(statuses(), ["done", "done"]);
  });

  it("whose taking is refused is not carried out, and taken later", () => {
    const realm = playing();
    askForRating();
    refuse(TAKE_REQUEST, 3);
    pass(realm, SECOND);
    expectEqual(rating(realm), 0);
    expectEqual(statuses(), ["new"]);
    pass(realm, 3 * SECOND);
    expectEqual(rating(realm), 25);
    expectEqual(select("SELECT COUNT(*) FROM dc_journal WHERE subject = 'mythic_rating'"), [["1"]]);
  });

  it("that was given back by hand, or whose row was entered again, is known", () => {
    const realm = playing();
    askForRating();
    ask(`'set', ${THRALL}, 'prestige_level', 0, 3, 'shop'`);
    pass(realm, 2 * SECOND);
    run(realm, "DC.PlayerProfile:SetStat(7, 'prestige_level', 9)");
    execute("UPDATE dc_inbox SET status = 'new'");
    pass(realm, 2 * SECOND);
    expectEqual(rating(realm), 25);
    expectEqual(run(realm, "return DC.PlayerProfile:GetStat(7, 'prestige_level')"), [9]);
    expectEqual(statuses(), ["done", "done"]);
  });

  it("that a stopped server had begun is begun once more when the taking succeeds, and stops nothing until then", () => {
    const realm = playing();
    askForRating();
    execute("UPDATE dc_inbox SET status = 'taken', boot_id = 1");
    askForRating();
    realm.world.reload();
    refuse(TAKE_REQUEST, 5);
    pass(realm, SECOND);
    expectEqual(rating(realm), 0);
    pass(realm, 6 * SECOND);
    expectEqual(rating(realm), 50);
    expectEqual(statuses(), ["done", "done"]);
  });

  it("that a stopped server had begun and somebody holds does not wait for ever, nor do the others", () => {
    const realm = playing();
    askForRating();
    execute("UPDATE dc_inbox SET status = 'taken', boot_id = 1");
    whileHeld("dc_inbox", () => {
      realm.world.reload();
      askForRating();
      pass(realm, 2 * SECOND);
      expectEqual(rating(realm), 25);
    });
    pass(realm, 3 * SECOND);
    expectEqual(rating(realm), 50);
    expectEqual(statuses(), ["done", "done"]);
  });
});

describe("the answer to a request", () => {
  it("is 'done' only when the database has the operation", () => {
    const realm = playing();
    askForRating();
    realm.world.loseNextExecute();
    pass(realm, 2 * SECOND);
    expectEqual(rating(realm), 25);
    expectEqual(select("SELECT COUNT(*) FROM dc_journal WHERE subject = 'mythic_rating'"), [["0"]]);
    expectEqual(statuses(), ["taken"]);
    pass(realm, 20 * SECOND);
    expectEqual(select("SELECT COUNT(*) FROM dc_journal WHERE subject = 'mythic_rating'"), [["1"]]);
    expectEqual(statuses(), ["done"]);
  });

  it("is given again when it was refused, so that no later start carries the request out", () => {
    const realm = playing();
    ask(`'spend', ${THRALL}, '', 2, 10, 'shop'`);
    refuse("UPDATE dc_inbox SET status = 'refused'");
    pass(realm, 2 * SECOND);
    expectEqual(statuses(), ["taken"]);
    pass(realm, 10 * SECOND);
    expectEqual(select("SELECT status, reason FROM dc_inbox"), [["refused", "not_enough"]]);
  });

  it("comes when the bridge has applied the operation already", () => {
    const realm = playing();
    askForRating();
    pass(realm, 600);
    acknowledgeAll();
    pass(realm, 2 * SECOND);
    expectEqual(statuses(), ["done"]);
  });
});

describe("what the calendar tells", () => {
  it("happens once when its message is held for a while, without a halt of the world", () => {
    const realm = listening();
    occasion("daily_reset");
    const before = lockWaits();
    whileHeld("dc_outbox", () => {
      pass(realm, SECOND);
      expectEqual(heard(realm), []);
    });
    expectEqual(lockWaits(), before);
    pass(realm, SECOND);
    expectEqual(heard(realm), ["DAILY_RESET"]);
    expectEqual(select("SELECT COUNT(*) FROM dc_outbox"), [["0"]]);
  });

  it("happens once when the taking is refused, and in its order", () => {
    const realm = listening();
    occasion("season_end");
    occasion("season_start");
    refuse("DELETE FROM dc_outbox", 2);
    pass(realm, 300);
    expectEqual(heard(realm), []);
    pass(realm, SECOND);
    expectEqual(heard(realm), ["SEASON_END", "SEASON_START"]);
  });

  it("holds up nothing else", () => {
    const realm = playing();
    occasion("daily_reset");
    refuse("DELETE FROM dc_outbox", 100);
    execute("INSERT INTO dc_player_currencies (player_guid, currency_id, amount) VALUES (7, 2, 5)");
    execute(
      `INSERT INTO dc_outbox (realm_id, kind, player_guid) SELECT realm_id, 'player_changed', 7 FROM dc_boot WHERE boot_id = ${BOOT}`,
    );
    pass(realm, SECOND);
    refuse("DELETE FROM dc_outbox", 0);
    expectEqual(run(realm, "return DC.PlayerProfile:GetCurrency(7, 2)"), [5]);
  });
});
