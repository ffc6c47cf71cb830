import {
  checkAmount,
  checkCurrencyId,
  type Complaint,
  MAXIMUM_SOURCE_LENGTH,
} from "../../../shared/profile/check-operation";
import type { WalletAnswer } from "../realm/wallet";
import type { Command, CommandTarget } from "./command";
import { readPlayer } from "./player-argument";
import { cutToBytes, readWhole } from "./text";

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

function refusal({ realm }: CommandTarget, guid: number, money: Money, answer: WalletAnswer): string {
  const record = realm.players.record(guid);
  const { currencyId } = money;
  if (answer !== "weekly_cap") return `only ${realm.wallet.balance(record, currencyId).toFixed(0)} are there`;
  return `the weekly cap leaves ${(realm.caps.room(record, currencyId) ?? 0).toFixed(0)}`;
}

function payment(kind: "earn" | "spend", done: string): Command {
  return (target, caller, words) => {
    const [who, currency, amount] = words;
    if (who === undefined) return "player, currency and amount are needed";
    const player = readPlayer(who, caller);
    if (player.problem !== undefined) return player.problem;
    const money = readMoney(currency, amount);
    if (money.problem !== undefined) return money.problem;
    const { realm } = target;
    const record = realm.players.record(player.guid);
    const order = { ...money, source: caller.source, requestId: undefined, cause: reasonOf(words) };
    const [succeeded, answer] =
      kind === "earn" ? realm.wallet.earn(record, order) : realm.wallet.spend(record, order);
    if (!succeeded && answer !== undefined) {
      caller.say(`${player.label}: nothing changed, ${refusal(target, player.guid, money, answer)}`);
      return undefined;
    }
    const left = `${realm.wallet.balance(record, money.currencyId).toFixed(0)} now`;
    const name = realm.currencies.nameOf(money.currencyId);
    caller.say(`${player.label}: ${money.amount.toFixed(0)} ${name} ${done}, ${left}`);
    return undefined;
  };
}

export const grant = payment("earn", "given");
export const spend = payment("spend", "taken");
