import { MESSAGES } from "../../../shared/catalog/messages";
import type { Stamp, WeeklyAmount } from "../../../shared/wire/payloads";
import type { Realm } from "./realm";

const HELD = '"epoch":0,"profile":0,"currencies":0,"unlocks":0';

/** One AIO message in one part, in its text form. */
function hello(realm: Realm, player: string, holding: string): void {
  realm.world.receive(player, "CAIO", `\x01\x01{{4,"${MESSAGES.hello.name}","0.2.0",1,{${holding}}}}`);
}

/** The player's addon says hello, and holds nothing. */
export function sayHello(realm: Realm, player: string): void {
  hello(realm, player, `${HELD},"weekly":0,"currencyInfo":0`);
}

/** The same, and it holds that revision of the names of currencies. */
export function sayHelloWithNames(realm: Realm, player: string, { epoch, revision }: Stamp): void {
  const held = `"epoch":${epoch.toFixed(0)},"profile":0,"currencies":0,"unlocks":0`;
  hello(realm, player, `${held},"weekly":0,"currencyInfo":${revision.toFixed(0)}`);
}

/** The player's addon says hello, and holds profile and currencies as it was told with these stamps. */
export function sayHelloHolding(realm: Realm, player: string, profile: Stamp, currencies: Stamp): void {
  const epoch = profile.epoch.toFixed(0);
  const revisions = `"profile":${profile.revision.toFixed(0)},"currencies":${currencies.revision.toFixed(0)}`;
  hello(realm, player, `"epoch":${epoch},${revisions},"unlocks":0,"weekly":0`);
}

/** The same for an addon that knows neither weekly caps nor names of currencies. */
export function sayOldHello(realm: Realm, player: string): void {
  hello(realm, player, HELD);
}

/** Looks over AIO's shoulder: what is sent, by the name of the player. */
const RECORDER = `
  sent = {}
  local newMessage = AIO.Msg
  AIO.Msg = function()
    local message = newMessage()
    local add, send, block = message.Add, message.Send, nil
    message.Add = function(self, name, ...)
      block = { name, ... }
      return add(self, name, ...)
    end
    message.Send = function(self, player)
      local name = player:GetName()
      sent[name] = sent[name] or {}
      table.insert(sent[name], block)
      return send(self, player)
    end
    return message
  end
`;

/** From now on `weeklyMessages` knows what is sent. A reload of the scripts ends it. */
export function recordMessages(realm: Realm): void {
  realm.world.run(RECORDER);
}

/** A DC_WEEKLY_UPDATE. */
export interface WeeklyMessage {
  /** By currency id, as `1=0/9 2=127/500`, ids rising. */
  readonly amounts: string;
  readonly stamp: Stamp;
}

function textOf(data: Record<number, WeeklyAmount>): string {
  const parts: string[] = [];
  for (const [id, { earned, cap }] of pairs(data)) {
    parts.push(`${id.toFixed(0)}=${earned.toFixed(0)}/${cap.toFixed(0)}`);
  }
  parts.sort((left, right) => (left < right ? -1 : 1));
  return parts.join(" ");
}

/** What was sent to the player's addon since the last call, oldest first: each message's name and arguments. */
export function messagesTo(realm: Realm, player: string): unknown[][] {
  const [blocks] = realm.world.run(
    `local blocks = sent["${player}"] or {}; sent["${player}"] = nil; return blocks`,
  );
  return blocks as unknown[][];
}

/** What the player's addon was told of the weekly caps since the last call, oldest first. */
export function weeklyMessages(realm: Realm, player: string): WeeklyMessage[] {
  const messages: WeeklyMessage[] = [];
  for (const [name, data, stamp] of messagesTo(realm, player)) {
    if (name === MESSAGES.weeklyUpdate.name) {
      messages.push({ amounts: textOf(data as Record<number, WeeklyAmount>), stamp: stamp as Stamp });
    }
  }
  return messages;
}

/** The amounts alone. */
export function weeklyTold(realm: Realm, player: string): string[] {
  return weeklyMessages(realm, player).map(({ amounts }) => amounts);
}
