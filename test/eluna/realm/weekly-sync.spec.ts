import { expectEqual } from "../../shared/expectations";
import { recordMessages, sayHello, sayOldHello, weeklyMessages, weeklyTold } from "../support/addon";
import { execute } from "../support/database";
import { errorsOf, pass, type Realm } from "../support/realm";
import { acknowledgeAll, beginWeek, playing, run, setCap, tell } from "./playing";

const TICK = 50;

/** A realm with Thrall online, of which is known what it sends. */
function watched(): Realm {
  const realm = playing();
  recordMessages(realm);
  return realm;
}

function earn(realm: Realm, currency: number, amount: number, guid = 7): void {
  run(realm, `DC.PlayerProfile:AddCurrency(${guid}, ${currency}, ${amount}, 'spec')`);
}

/** Counts the statements that read the ledger from now on. */
function countReads(realm: Realm): void {
  run(
    realm,
    `reads = 0
    local query = CharDBQuery
    CharDBQuery = function(sql)
      if string.find(sql, "FROM dc_ledger", 1, true) then reads = reads + 1 end
      return query(sql)
    end`,
  );
}

/** How often the ledger has been read since the last question. */
function reads(realm: Realm): unknown {
  const [count] = run(realm, "local count = reads; reads = 0; return count");
  return count;
}

/** A realm in which Thrall's addon has said hello and has been answered. */
function listening(cap: number): Realm {
  const realm = watched();
  setCap(realm, cap);
  sayHello(realm, "Thrall");
  pass(realm, 100);
  return realm;
}

before_each(() => execute("UPDATE dc_currency_definitions SET weekly_cap = 0"));
after_each(() => execute("UPDATE dc_currency_definitions SET weekly_cap = 0"));

describe("an addon, of the weekly caps", () => {
  it("hears at its hello that there are none, and nothing more, and no ledger is read for it", () => {
    const realm = watched();
    countReads(realm);
    sayHello(realm, "Thrall");
    pass(realm, 100);
    expectEqual(weeklyTold(realm, "Thrall"), [""]);
    earn(realm, 2, 5);
    tell(realm, "config_changed", "dc_currency_definitions");
    beginWeek(realm);
    expectEqual(weeklyTold(realm, "Thrall"), []);
    expectEqual(reads(realm), 0);
    expectEqual(errorsOf(realm), []);
  });

  it("hears at its hello what was earned of each currency with a cap", () => {
    const realm = watched();
    earn(realm, 2, 127);
    earn(realm, 9, 5);
    execute("UPDATE dc_currency_definitions SET weekly_cap = 90 WHERE currency_id = 1");
    setCap(realm, 500);
    expectEqual(weeklyTold(realm, "Thrall"), []);
    sayHello(realm, "Thrall");
    pass(realm, 100);
    expectEqual(weeklyTold(realm, "Thrall"), ["1=0/90 2=127/500"]);
    expectEqual(errorsOf(realm), []);
  });

  it("hears what is earned once a tick, and only of what has a cap", () => {
    const realm = listening(500);
    expectEqual(weeklyTold(realm, "Thrall"), ["2=0/500"]);
    countReads(realm);
    earn(realm, 2, 100);
    earn(realm, 2, 27);
    pass(realm, TICK);
    expectEqual(weeklyTold(realm, "Thrall"), ["2=127/500"]);
    earn(realm, 9, 5);
    run(realm, "DC.PlayerProfile:SpendCurrency(7, 2, 20, 'spec')");
    expectEqual(run(realm, "return DC.PlayerProfile:AddCurrency(7, 2, 400, 'spec')"), [false, "weekly_cap"]);
    pass(realm, 200);
    expectEqual(weeklyTold(realm, "Thrall"), []);
    expectEqual(reads(realm), 0);
  });

  it("hears of a cap that comes, changes and goes, and not of a currency's new name", () => {
    const realm = listening(0);
    expectEqual(weeklyTold(realm, "Thrall"), [""]);
    earn(realm, 2, 127);
    setCap(realm, 500);
    expectEqual(weeklyTold(realm, "Thrall"), ["2=127/500"]);
    setCap(realm, 100);
    expectEqual(weeklyTold(realm, "Thrall"), ["2=127/100"]);
    execute("UPDATE dc_currency_definitions SET name = 'Token' WHERE currency_id = 2");
    tell(realm, "config_changed", "dc_currency_definitions");
    execute("UPDATE dc_currency_definitions SET name = 'Upgrade Token' WHERE currency_id = 2");
    expectEqual(weeklyTold(realm, "Thrall"), []);
    setCap(realm, 0);
    expectEqual(weeklyTold(realm, "Thrall"), [""]);
    earn(realm, 2, 1);
    pass(realm, 100);
    expectEqual(weeklyTold(realm, "Thrall"), []);
  });

  it("hears of the weekly reset, and what is earned after it", () => {
    const realm = listening(500);
    earn(realm, 2, 127);
    pass(realm, 100);
    acknowledgeAll();
    weeklyTold(realm, "Thrall");
    beginWeek(realm);
    expectEqual(weeklyTold(realm, "Thrall"), ["2=0/500"]);
    earn(realm, 2, 30);
    pass(realm, 100);
    expectEqual(weeklyTold(realm, "Thrall"), ["2=30/500"]);
    expectEqual(errorsOf(realm), []);
  });

  it("gets the whole each time, in the epoch of the other data sets and with a revision that rises", () => {
    const realm = listening(500);
    earn(realm, 2, 1);
    pass(realm, 100);
    sayHello(realm, "Thrall");
    pass(realm, 100);
    const stamps = weeklyMessages(realm, "Thrall").map(({ stamp }) => stamp);
    const [first, second, third] = stamps;
    expectEqual(stamps.length, 3);
    expectEqual([first?.base, second?.base, third?.base], [0, 0, 0]);
    expectEqual((first?.revision ?? 0) < (second?.revision ?? 0), true);
    expectEqual((second?.revision ?? 0) < (third?.revision ?? 0), true);
    expectEqual(first?.epoch, third?.epoch);
  });

  it("that knows none is never told of one", () => {
    const realm = watched();
    setCap(realm, 500);
    sayOldHello(realm, "Thrall");
    earn(realm, 2, 5);
    beginWeek(realm);
    setCap(realm, 400);
    expectEqual(weeklyTold(realm, "Thrall"), []);
    sayHello(realm, "Thrall");
    pass(realm, 100);
    expectEqual(weeklyTold(realm, "Thrall"), ["2=0/400"]);
    sayOldHello(realm, "Thrall");
    earn(realm, 2, 5);
    pass(realm, 100);
    expectEqual(weeklyTold(realm, "Thrall"), []);
  });

  it("is told anew after a relog, for which the ledger is read again only when the player was forgotten", () => {
    const realm = listening(500);
    earn(realm, 2, 127);
    pass(realm, 100);
    acknowledgeAll();
    countReads(realm);
    for (const seconds of [5, 120]) {
      weeklyTold(realm, "Thrall");
      realm.world.logout("Thrall");
      earn(realm, 2, 1);
      for (let second = 0; second < seconds; second += 5) realm.world.tick(5000);
      expectEqual(weeklyTold(realm, "Thrall"), []);
      realm.world.login({ name: "Thrall", guid: 7, account: 3, level: 80 });
      sayHello(realm, "Thrall");
      pass(realm, 100);
      expectEqual(weeklyTold(realm, "Thrall"), [seconds === 5 ? "2=128/500" : "2=129/500"]);
      expectEqual(reads(realm), seconds === 5 ? 0 : 1);
    }
    expectEqual(errorsOf(realm), []);
  });
});

describe("the weekly caps of many players at once", () => {
  const NAMES = [
    "A",
    "B",
    "C",
    "D",
    "E",
    "F",
    "G",
    "H",
    "I",
    "J",
    "K",
    "L",
    "M",
    "N",
    "O",
    "P",
    "Q",
    "R",
    "S",
    "T",
  ];

  function crowd(): Realm {
    const realm = watched();
    setCap(realm, 500);
    NAMES.forEach((name, index) => realm.world.login({ name, guid: 100 + index, account: 100 + index }));
    return realm;
  }

  it("cost one read for each, of which a tick makes two", () => {
    const realm = crowd();
    countReads(realm);
    for (const name of NAMES) sayHello(realm, name);
    expectEqual(reads(realm), 0);
    const perTick: unknown[] = [];
    for (let tick = 0; tick < 11; tick++) {
      pass(realm, TICK);
      perTick.push(reads(realm));
    }
    expectEqual(perTick, [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0]);
    for (const name of NAMES) {
      expectEqual(weeklyTold(realm, name), ["2=0/500"]);
      sayHello(realm, name);
    }
    pass(realm, TICK);
    for (const name of NAMES) expectEqual(weeklyTold(realm, name), ["2=0/500"]);
    expectEqual(reads(realm), 0);
  });

  it("are told to everybody after a reset, a few at a time", () => {
    const realm = crowd();
    for (const name of NAMES) sayHello(realm, name);
    pass(realm, 1000);
    NAMES.forEach((_name, index) => earn(realm, 2, index + 1, 100 + index));
    pass(realm, TICK);
    NAMES.forEach((name, index) => {
      expectEqual(weeklyTold(realm, name), ["2=0/500", `2=${index + 1}/500`]);
    });
    countReads(realm);
    beginWeek(realm);
    pass(realm, 1000);
    for (const name of NAMES) expectEqual(weeklyTold(realm, name), ["2=0/500"]);
    expectEqual(reads(realm), NAMES.length);
    expectEqual(errorsOf(realm), []);
  });
});

describe("what is counted for a weekly cap", () => {
  it("goes from memory with the player", () => {
    const realm = watched();
    setCap(realm, 500);
    const memory = (): number => {
      for (let second = 0; second < 120; second += 5) realm.world.tick(5000);
      collectgarbage("collect");
      collectgarbage("collect");
      return collectgarbage("count");
    };
    const before = memory();
    run(realm, "for guid = 1001, 1300 do DC.PlayerProfile:GetWeeklyEarned(guid, 2) end");
    // A player's record is more than 1 KB.
    expectEqual(memory() - before < 150, true);
  });
});

describe("a ledger that gives no answer", () => {
  it("is not taken for an empty one, and is asked again", () => {
    const realm = watched();
    earn(realm, 2, 400);
    pass(realm, 100);
    acknowledgeAll();
    pass(realm, 600);
    setCap(realm, 500);
    // The row of this boot is always there; without it the statement's answer is no answer.
    execute("UPDATE dc_boot SET boot_id = boot_id + 1000000");
    countReads(realm);
    sayHello(realm, "Thrall");
    pass(realm, 1000);
    expectEqual(weeklyTold(realm, "Thrall"), []);
    expectEqual(reads(realm), 1);
    execute("UPDATE dc_boot SET boot_id = boot_id - 1000000");
    pass(realm, 6000);
    expectEqual(weeklyTold(realm, "Thrall"), ["2=400/500"]);
    expectEqual(run(realm, "return DC.PlayerProfile:AddCurrency(7, 2, 101, 'spec')"), [false, "weekly_cap"]);
    expectEqual(errorsOf(realm), []);
  });
});
