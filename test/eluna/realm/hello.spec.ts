import { MESSAGES } from "../../../shared/catalog/messages";
import type { Stamp } from "../../../shared/wire/payloads";
import { expectEqual } from "../../shared/expectations";
import { messagesTo, recordMessages, sayHello, sayHelloHolding } from "../support/addon";
import { errorsOf, pass, type Realm } from "../support/realm";
import { playing, run } from "./playing";

/** A realm with Thrall online, of which is known what it sends. */
function watched(): Realm {
  const realm = playing();
  recordMessages(realm);
  return realm;
}

/** What has been sent since the last call and arrives with the next two ticks. */
function answer(realm: Realm): unknown[][] {
  pass(realm, 100);
  return messagesTo(realm, "Thrall");
}

function names(messages: unknown[][]): unknown[] {
  return messages.map(([name]) => name);
}

const ANSWER = [
  MESSAGES.welcome.name,
  MESSAGES.profileUpdate.name,
  MESSAGES.currencyUpdate.name,
  MESSAGES.unlockList.name,
  MESSAGES.currencyInfo.name,
  MESSAGES.weeklyUpdate.name,
];

describe("a hello", () => {
  it("is answered with each data set once, although the login has changed much that nobody was told", () => {
    const realm = watched();
    run(realm, "DC.PlayerProfile:AddCurrency(7, 2, 5, 'spec')");
    sayHello(realm, "Thrall");
    expectEqual(names(answer(realm)), ANSWER);
    expectEqual(errorsOf(realm), []);
  });

  it("of an addon that holds most gets what has changed meanwhile, once", () => {
    const realm = watched();
    sayHello(realm, "Thrall");
    const [, profile, currencies] = answer(realm).map(([, , stamp]) => stamp as Stamp | undefined);
    if (profile === undefined || currencies === undefined) error("data came without a stamp");
    run(
      realm,
      "DC.PlayerProfile:SetStat(7, 'mythic_rating', 9); DC.PlayerProfile:AddCurrency(7, 9, 5, 'spec')",
    );
    sayHelloHolding(realm, "Thrall", profile, currencies);
    const messages = answer(realm);
    expectEqual(
      names(messages),
      ANSWER.filter((name) => name !== MESSAGES.currencyInfo.name),
    );
    expectEqual(messages[1]?.[1], { mythic_rating: 9 });
    expectEqual(messages[2]?.[1], { 9: 5 });
  });

  it("is answered with the notices that wait, before the list that has them too", () => {
    const realm = watched();
    run(realm, "DC.PlayerProfile:GrantUnlock(7, 'mount', 5, 'spec')");
    sayHello(realm, "Thrall");
    const unlocks = names(answer(realm)).filter(
      (name) => name === MESSAGES.unlockGained.name || name === MESSAGES.unlockList.name,
    );
    expectEqual(unlocks, [MESSAGES.unlockGained.name, MESSAGES.unlockList.name]);
  });
});
