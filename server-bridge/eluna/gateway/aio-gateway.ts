import { textOf } from "../../../shared/language/text-of";
import {
  MESSAGE_BURST,
  MESSAGE_TOKENS_PER_SECOND,
  MESSAGES,
  PROTOCOL_VERSION,
} from "../../../shared/catalog/messages";
import { checkHello, readHello } from "../../../shared/wire/check-hello";
import type { MessagePayloads } from "../../../shared/wire/payloads";
import { TokenBucket } from "../../../shared/wire/token-bucket";
import { findPlayer } from "../engine/engine";
import { logError } from "../engine/log";
import { now } from "../engine/clock";
import { DropReport } from "./drop-report";
import type { SendMessage } from "./send-message";

/** Called when a player's addon starts a session. */
export type HelloHandler = (player: EnginePlayer, hello: MessagePayloads["hello"], send: SendMessage) => void;

/**
 * The realm's door to the addons. What a client sends is hostile until checked; AIO swallows the errors of its handlers, so
 * ours report their own.
 */
export class AioGateway {
  readonly drops = new DropReport();
  private readonly buckets = new LuaTable<number, TokenBucket>();
  /** What each player's addon said in its last hello. */
  private readonly versions = new LuaTable<number, string>();
  private aio: AioLibrary | undefined;

  constructor(
    private readonly version: string,
    private readonly onHello: HelloHandler,
  ) {}

  /** Registers with AIO. Without it everything else works, and the log says what is missing. */
  start(): void {
    this.aio = AIO;
    if (this.aio === undefined) {
      logError("AIO is not installed on this server: addons get no data. Everything else works.");
      return;
    }
    this.aio.RegisterEvent(MESSAGES.hello.name, (player, ...values) => {
      const [succeeded, failure] = pcall(() => this.receiveHello(player, values));
      if (!succeeded) logError(`${MESSAGES.hello.name} failed: ${textOf(failure)}`);
    });
  }

  /** The way to the addon of a player who is online. */
  sender(guid: number): SendMessage | undefined {
    const player = this.aio === undefined ? undefined : findPlayer(guid);
    return player === undefined ? undefined : this.sendTo(player);
  }

  /** Whether AIO is on this server. */
  isConnected(): boolean {
    return this.aio !== undefined;
  }

  /** The version of the player's addon; undefined if none has said hello since the login. */
  clientVersion(guid: number): string | undefined {
    return this.versions.get(guid) as string | undefined;
  }

  /** The player has logged out. */
  forget(guid: number): void {
    this.buckets.delete(guid);
    this.versions.delete(guid);
    this.drops.forget(guid);
  }

  private sendTo(player: EnginePlayer): SendMessage {
    return (key, ...values) => {
      this.aio
        ?.Msg()
        .Add(MESSAGES[key].name, ...values)
        .Send(player);
    };
  }

  private receiveHello(player: EnginePlayer, values: readonly unknown[]): void {
    const guid = player.GetGUIDLow();
    if (!this.bucketOf(guid).take(MESSAGES.hello.cost, now())) {
      this.drops.add(guid, "tooMany", MESSAGES.hello.name, "too many messages");
      return;
    }
    const complaint = checkHello(values);
    if (complaint !== undefined) {
      this.drops.add(guid, "malformed", MESSAGES.hello.name, complaint);
      return;
    }
    const hello = readHello(values);
    this.versions.set(guid, hello[0]);
    const send = this.sendTo(player);
    send("welcome", this.version, PROTOCOL_VERSION);
    this.onHello(player, hello, send);
  }

  private bucketOf(guid: number): TokenBucket {
    let bucket = this.buckets.get(guid) as TokenBucket | undefined;
    if (bucket === undefined) {
      bucket = new TokenBucket(MESSAGE_BURST, MESSAGE_TOKENS_PER_SECOND, now());
      this.buckets.set(guid, bucket);
    }
    return bucket;
  }
}
