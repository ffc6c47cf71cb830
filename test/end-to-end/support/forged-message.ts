import { encode, type LuaValue } from "../../addon/support/smallfolk";
import { MESSAGES } from "../../../shared/catalog/messages";
import type { Game } from "./game";

const SHORT_MARK = Buffer.from([1, 1]);
/** Bytes of a payload in one addon message, and of a slice of a longer one. */
const SHORT_ROOM = 248;
const SLICE = 244;
const BASE = 254;

/** A number in AIO's two bytes without a NUL. */
function twoBytes(value: number): number[] {
  return [Math.floor(value / BASE) + 1, (value % BASE) + 1];
}

function framesOf(payload: Buffer): Buffer[] {
  if (payload.length <= SHORT_ROOM) return [Buffer.concat([SHORT_MARK, payload])];
  const count = Math.ceil(payload.length / SLICE);
  return Array.from({ length: count }, (_value, index) => {
    const head = [1, count, index + 1].flatMap(twoBytes);
    return Buffer.concat([Buffer.from(head), payload.subarray(index * SLICE, (index + 1) * SLICE)]);
  });
}

/** Sends an AIO message in the name of a player's client, cut into frames as AIO does. */
export function sendBlocks(game: Game, player: string, blocks: LuaValue): void {
  for (const text of framesOf(Buffer.from(encode(blocks), "utf8"))) {
    game.realm.world.receive({ player, prefix: "CAIO", text });
  }
}

/** Sends a hello with whatever arguments, as a changed client could. */
export function sendHello(game: Game, player: string, args: readonly LuaValue[]): void {
  sendBlocks(game, player, [[args.length, MESSAGES.hello.name, ...args]]);
}
