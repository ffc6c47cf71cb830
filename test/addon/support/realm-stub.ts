import { MESSAGES, type MessageKey } from "../../../shared/catalog/messages";
import type { Holding } from "../../../shared/wire/payloads";
import type { GameClient, SentMessage } from "../../simulated-realm/host/game-client";
import { encode, type LuaValue } from "./smallfolk";

/** A hello as it arrived. */
export interface ReceivedHello {
  readonly version: string;
  readonly protocol: number;
  readonly holding: Holding;
}

/** Mark of an AIO message that is one part. */
const SHORT = "\u0001\u0001";
/** The library's answer to a client that starts, without any addon code. */
const INIT_ANSWER: LuaValue = [[5, "AIO", "Init", 1.75, 0, [], []]];

function readHolding(text: string): Holding {
  const held = { epoch: -1, profile: -1, currencies: -1, unlocks: -1, weekly: -1, currencyInfo: -1 };
  for (const [, key, value] of text.matchAll(/"(\w+)":(\d+)/g)) {
    held[key as keyof Holding] = Number(value);
  }
  return held;
}

/**
 * The realm's side of the wire for one client: what a realm sends is written out by the tests, what the addon sends is
 * read as text.
 */
export class RealmStub {
  readonly hellos: ReceivedHello[] = [];
  private client: GameClient | undefined;

  connect(client: GameClient): void {
    this.client = client;
  }

  /** Takes an addon message of the client. */
  readonly receive = ({ prefix, text }: SentMessage): void => {
    if (prefix !== "CAIO") return;
    const payload = Buffer.from(text).toString("latin1");
    const hello = /"DC_HELLO","([^"]*)",(\d+),(\{.*\})/.exec(payload);
    if (hello !== null) {
      const [, version = "", protocol = "", holding = ""] = hello;
      this.hellos.push({ version, protocol: Number(protocol), holding: readHolding(holding) });
    } else if (payload.includes('"Init"')) this.sendBlocks(INIT_ANSWER);
  };

  /** Sends one message of the catalog with whatever arguments. */
  send(key: MessageKey, ...args: readonly LuaValue[]): void {
    this.sendBlocks([[args.length, MESSAGES[key].name, ...args]]);
  }

  private sendBlocks(blocks: LuaValue): void {
    if (this.client === undefined) throw new Error("no client is connected");
    const text = Buffer.from(SHORT + encode(blocks), "utf8");
    const name = this.client.playerName;
    this.client.receive({ prefix: "SAIO", text, chatType: "WHISPER", sender: name });
  }
}
