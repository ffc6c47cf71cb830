import { type ProtectedCalls } from "../messages/protected-calls";

const ON_COMMAND = 42;

/** Whether a swallowed error is printed; off by default. */
let debugging = false;

/** On a server a handler's error disappears without a line, unless somebody switched `.aio debug` on. */
export function reportOnServer(problem: string): void {
  if (debugging) print(`AIO: ${problem}`);
}

/**
 * `.aio pcall` and `.aio debug` toggle for the whole server. As in the real library any player may do so, and every
 * command that begins with `aio` is taken. (`trace` and `printio` are left out.)
 */
export function registerSwitches(calls: ProtectedCalls): void {
  RegisterPlayerEvent(ON_COMMAND, (_event, player, command) => {
    if (string.sub(command, 1, 3) !== "aio") return undefined;
    const answer = toggle(string.sub(command, 5), calls);
    if (player === undefined) print(answer);
    else player.SendBroadcastMessage(answer);
    return false;
  });
}

function toggle(name: string, calls: ProtectedCalls): string {
  if (name === "pcall") return `using pcall is now ${calls.toggle() ? "on" : "off"}`;
  if (name === "debug") {
    debugging = !debugging;
    return `showing debug messages is now ${debugging ? "on" : "off"}`;
  }
  return `Unknown command .aio ${name}`;
}
