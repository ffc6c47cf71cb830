import type { Complaint } from "../../../shared/language/complaint";
import type { PaymentKind } from "../../../shared/profile/operation";
import { MAXIMUM_AMOUNT } from "../../../shared/catalog/number-types";
import { checkAmount, checkCurrencyId, MAXIMUM_SOURCE_LENGTH } from "../../../shared/profile/check-arguments";
import type { PlayerRecord } from "../players/player-record";
import type { Realm } from "../realm/realm";
import type { Payment, WalletAnswer } from "../wallet/wallet";
import { cutToBytes } from "../tables/utf8";
import type { Command } from "./command";
import { readPlayer } from "./player-argument";
import { readWhole } from "./text";

interface Money {
  readonly currencyId: number;
  readonly amount: number;
  readonly problem?: undefined;
}

function readMoney(currency: string | undefined, amount: string | undefined): Money | { problem: string } {
  if (currency === undefined || amount === undefined) return { problem: "currency and amount are needed" };
  const currencyId = readWhole(currency);
  if (currencyId === undefined) return { problem: `'${currency}' is no currency id` };
  const count = readWhole(amount);
  if (count === undefined) return { problem: `'${amount}' is no amount` };
  const problem: Complaint = checkCurrencyId(currencyId) ?? checkAmount(count);
  return problem === undefined ? { currencyId, amount: count } : { problem };
}

/** The ledger holds as many bytes of a cause as of a source. */
function reasonOf(words: readonly string[]): string {
  const text: string[] = [];
  for (let index = 3; index < words.length; index++) text.push(words[index] ?? "");
  return cutToBytes(text.join(" "), MAXIMUM_SOURCE_LENGTH);
}

function refusal(realm: Realm, record: PlayerRecord, currencyId: number, answer: WalletAnswer): string {
  const balance = realm.wallet.balance(record, currencyId).toFixed(0);
  if (answer === "too_much")
    return `${balance} are there, and a balance ends at ${MAXIMUM_AMOUNT.toFixed(0)}`;
  if (answer !== "weekly_cap") return `only ${balance} are there`;
  return `the weekly cap leaves ${(realm.caps.room(record, currencyId) ?? 0).toFixed(0)}`;
}

/** Does it, and says in words what has come of it. */
function carryOut(realm: Realm, guid: number, kind: PaymentKind, payment: Payment): string {
  const record = realm.players.record(guid);
  const { currencyId, amount } = payment;
  const [succeeded, answer] =
    kind === "earn" ? realm.wallet.earn(record, payment) : realm.wallet.spend(record, payment);
  if (!succeeded && answer !== undefined) {
    return `nothing changed, ${refusal(realm, record, currencyId, answer)}`;
  }
  const name = realm.currencies.nameOf(currencyId);
  const balance = realm.wallet.balance(record, currencyId).toFixed(0);
  return `${amount.toFixed(0)} ${name} ${kind === "earn" ? "given" : "taken"}, ${balance} now`;
}

function paymentCommand(kind: PaymentKind): Command {
  return ({ realm }, caller, words) => {
    const [who, currency, count] = words;
    if (who === undefined) return "player, currency and amount are needed";
    const player = readPlayer(who, caller);
    if (player.problem !== undefined) return player.problem;
    const money = readMoney(currency, count);
    if (money.problem !== undefined) return money.problem;
    const { currencyId, amount } = money;
    const cause = reasonOf(words);
    const payment = { currencyId, amount, source: caller.source, requestId: undefined, cause };
    caller.say(`${player.label}: ${carryOut(realm, player.guid, kind, payment)}`);
    return undefined;
  };
}

export const grant = paymentCommand("earn");
export const spend = paymentCommand("spend");
