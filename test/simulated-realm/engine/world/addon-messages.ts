import { pack } from "../lua/packed";
import { push } from "../objects/engine-value";
import { cString } from "../objects/arguments";
import type { PlayerEntity } from "../objects/entity";
import type { AddonMessage, World } from "./world";

const ADDON_MESSAGE = 30;
const WHISPER = 7;

/** What the core takes from a client: prefix, tab and text together. Anything longer is dropped without a word. */
const MAXIMUM_BYTES = 255;
/** How many packets of one session a tick handles (measured: at most 151 messages). */
const PACKETS_PER_TICK = 150;

/** A client sends an addon message, as AIO does: a whisper to itself. The next tick handles it. */
export function receive(this: void, world: World, message: AddonMessage): void {
  world.incoming.push(message);
}

function length(this: void, message: AddonMessage): number {
  return message.text === undefined ? message.prefix.length : message.prefix.length + 1 + message.text.length;
}

/** Hook 30, and back to the sender, who whispered to itself, unless a handler returned false. */
function handle(this: void, world: World, player: PlayerEntity, message: AddonMessage): void {
  const prefix = cString(message.prefix);
  const isCut = prefix.length < message.prefix.length;
  const text = message.text === undefined || isCut ? undefined : cString(message.text);
  let isDelivered = true;
  world.fireServer(
    ADDON_MESSAGE,
    undefined,
    (state) => pack(ADDON_MESSAGE, push(state, player), WHISPER, prefix, text, push(state, player)),
    (answer) => {
      if (answer === false) isDelivered = false;
    },
  );
  if (isDelivered && player.connected) world.options.deliver(player.name, prefix, text ?? "", WHISPER);
}

/** Handles what clients sent; what came from somebody who is not in the world is lost. */
export function handleIncoming(this: void, world: World): void {
  const handled: Record<string, number> = {};
  const waiting = world.incoming.splice(0, world.incoming.length);
  for (const message of waiting) {
    const count = (handled[message.player] ?? 0) + 1;
    handled[message.player] = count;
    const player = world.player(message.player);
    if (count > PACKETS_PER_TICK) world.incoming.push(message);
    else if (player?.inWorld === true && length(message) <= MAXIMUM_BYTES) handle(world, player, message);
  }
}
