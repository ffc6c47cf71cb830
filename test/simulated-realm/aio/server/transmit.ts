import { FROM_SERVER } from "../protocol";
import { splitIntoFrames } from "../wire/frames";
import { MessageIds } from "../wire/message-ids";

const WHISPER = 7;

/** Message ids of each player, by low GUID. Every Lua state counts for itself. */
const idsByPlayer = new LuaTable<number, MessageIds>();

/** After a logout the ids of that player start at 1 again. */
export function forgetIds(low: number): void {
  idsByPlayer.delete(low);
}

/**
 * Sends a payload to players. Like AIO it sends too much to more than two: behind each player it starts again with
 * all who follow, so the third gets 2 copies, the fourth 4, the fifth 8. Raises without a payload or a player.
 */
export function transmit(payload: string | undefined, ...players: EnginePlayer[]): void {
  if (payload === undefined) error("#1 string expected");
  const [player] = players;
  if (player === undefined) error("#1 player is nil");
  sendTo(player, payload);
  for (let i = 1; i < players.length; i++) {
    transmit(payload, ...players.slice(i));
  }
}

function sendTo(player: EnginePlayer, payload: string): void {
  const low = player.GetGUIDLow();
  let ids: MessageIds | undefined = idsByPlayer.get(low);
  if (ids === undefined) {
    ids = new MessageIds();
    idsByPlayer.set(low, ids);
  }
  const counter = ids;
  for (const frame of splitIntoFrames(payload, FROM_SERVER, () => counter.next())) {
    player.SendAddonMessage(FROM_SERVER.prefix, frame, WHISPER, player);
  }
}
