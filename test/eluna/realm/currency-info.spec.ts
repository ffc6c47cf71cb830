import { MESSAGES } from "../../../shared/catalog/messages";
import type { CurrencyInfo, Stamp } from "../../../shared/wire/payloads";
import { expectEqual } from "../../shared/expectations";
import { messagesTo, recordMessages, sayHello, sayHelloWithNames, sayOldHello } from "../support/addon";
import { execute } from "../support/database";
import { errorsOf, pass, type Realm } from "../support/realm";
import { playing, putIntoOutbox, run, setCap, tell } from "./playing";

/** A DC_CURRENCY_INFO. */
interface Told {
  /** As `1=Season Experience 2=Upgrade Token`, ids rising. */
  readonly names: string;
  readonly infos: Readonly<Record<number, CurrencyInfo>>;
  readonly stamp: Stamp;
}

/** What the player's addon has been told since the last call. */
function told(realm: Realm, player = "Thrall"): Told[] {
  const all: Told[] = [];
  for (const [name, data, stamp] of messagesTo(realm, player)) {
    if (name !== MESSAGES.currencyInfo.name) continue;
    const infos = data as Record<number, CurrencyInfo>;
    const parts: string[] = [];
    for (const [id, info] of pairs(infos)) parts.push(`${id.toFixed(0)}=${info.name}`);
    parts.sort((left, right) => (left < right ? -1 : 1));
    all.push({ names: parts.join(" "), infos, stamp: stamp as Stamp });
  }
  return all;
}

function namesTold(realm: Realm, player = "Thrall"): string[] {
  return told(realm, player).map(({ names }) => names);
}

/** A realm with Thrall online, of which is known what it sends. */
function watched(): Realm {
  const realm = playing();
  recordMessages(realm);
  return realm;
}

function rename(realm: Realm, name: string): void {
  execute(`UPDATE dc_currency_definitions SET name = '${name}' WHERE currency_id = 2`);
  tell(realm, "config_changed", "dc_currency_definitions");
}

const AS_MIGRATED = "1=Season Experience 2=Upgrade Token";

after_each(() => execute("UPDATE dc_currency_definitions SET name = 'Upgrade Token' WHERE currency_id = 2"));

describe("an addon, of the names of currencies", () => {
  it("hears all of them at its hello, with their icons", () => {
    const realm = watched();
    sayHello(realm, "Thrall");
    pass(realm, 100);
    const [first, ...more] = told(realm);
    expectEqual(more.length, 0);
    expectEqual(first?.names, AS_MIGRATED);
    expectEqual(first?.infos[2]?.icon, "Interface\\Icons\\INV_Misc_Coin_01");
    expectEqual(first?.stamp.base, 0);
    expectEqual(errorsOf(realm), []);
  });

  it("hears of a name that an admin changes, and not of a cap", () => {
    const realm = watched();
    sayHello(realm, "Thrall");
    pass(realm, 100);
    told(realm);
    rename(realm, "Token");
    expectEqual(namesTold(realm), ["1=Season Experience 2=Token"]);
    setCap(realm, 500);
    setCap(realm, 0);
    tell(realm, "config_changed", "dc_currency_definitions");
    expectEqual(namesTold(realm), []);
    rename(realm, "");
    expectEqual(namesTold(realm), ["1=Season Experience"]);
    expectEqual(errorsOf(realm), []);
  });

  it("hears nothing of what it holds already, and all of it when that is old or of another epoch", () => {
    const realm = watched();
    sayHello(realm, "Thrall");
    pass(realm, 100);
    const stamp = told(realm)[0]?.stamp;
    if (stamp === undefined) error("no names came");
    sayHelloWithNames(realm, "Thrall", stamp);
    pass(realm, 100);
    expectEqual(namesTold(realm), []);
    sayHelloWithNames(realm, "Thrall", { ...stamp, epoch: stamp.epoch + 1 });
    pass(realm, 100);
    expectEqual(namesTold(realm), [AS_MIGRATED]);
    rename(realm, "Token");
    told(realm);
    pass(realm, 5000);
    sayHelloWithNames(realm, "Thrall", stamp);
    pass(realm, 100);
    expectEqual(namesTold(realm), ["1=Season Experience 2=Token"]);
  });

  it("that does not know them is never told, also one that takes the place of a newer", () => {
    const realm = watched();
    sayOldHello(realm, "Thrall");
    rename(realm, "Token");
    expectEqual(namesTold(realm), []);
    sayHello(realm, "Thrall");
    pass(realm, 100);
    expectEqual(namesTold(realm), ["1=Season Experience 2=Token"]);
    sayOldHello(realm, "Thrall");
    rename(realm, "Shard");
    expectEqual(namesTold(realm), []);
  });

  it("hears after a logout only once it has said hello again", () => {
    const realm = watched();
    sayHello(realm, "Thrall");
    pass(realm, 100);
    realm.world.logout("Thrall");
    told(realm);
    rename(realm, "Token");
    realm.world.login({ name: "Thrall", guid: 7, account: 3, level: 80 });
    pass(realm, 200);
    expectEqual(namesTold(realm), []);
    sayHello(realm, "Thrall");
    pass(realm, 100);
    expectEqual(namesTold(realm), ["1=Season Experience 2=Token"]);
  });

  it("is told with many others of a change, twenty in a tick", () => {
    const realm = watched();
    const players: string[] = [];
    for (let number = 1; number <= 45; number++) {
      const name = `P${number.toFixed(0)}`;
      players.push(name);
      realm.world.login({ name, guid: 100 + number, account: 100 + number });
    }
    pass(realm, 200);
    for (const name of players) sayHello(realm, name);
    pass(realm, 50);
    for (const name of players) expectEqual(namesTold(realm, name), [AS_MIGRATED]);
    execute("UPDATE dc_currency_definitions SET name = 'Token' WHERE currency_id = 2");
    putIntoOutbox("config_changed", "dc_currency_definitions");
    const perTick: number[] = [];
    for (let tick = 0; tick < 20; tick++) {
      pass(realm, 50);
      let heard = 0;
      for (const name of players) heard += namesTold(realm, name).length;
      if (heard > 0) perTick.push(heard);
    }
    expectEqual(perTick, [20, 20, 5]);
    expectEqual(errorsOf(realm), []);
  });

  it("waits behind a loading screen for what has changed", () => {
    const realm = watched();
    sayHello(realm, "Thrall");
    pass(realm, 100);
    told(realm);
    run(
      realm,
      `behind = true
      local find = GetPlayerByGUID
      GetPlayerByGUID = function(...) if not behind then return find(...) end end`,
    );
    rename(realm, "Token");
    expectEqual(namesTold(realm), []);
    run(realm, "behind = false");
    pass(realm, 100);
    expectEqual(namesTold(realm), ["1=Season Experience 2=Token"]);
  });
});
