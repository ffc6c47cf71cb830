import { toHex } from "./hex";
import { host } from "./host";

export type ErrorHandler = (this: void, message: unknown) => void;

/** Records an error as the game's default handler shows it. */
function defaultHandler(this: void, message: unknown): void {
  host.record("errors", toHex(tostring(message)));
}

let current: ErrorHandler = defaultHandler;

/** `geterrorhandler`. */
export function errorHandler(): ErrorHandler {
  return current;
}

/** `seterrorhandler`. */
export function setErrorHandler(handler: ErrorHandler): void {
  current = handler;
}

/** Gives an error to the handler; it is recorded whatever handler an addon has set. */
export function reportError(message: unknown): void {
  defaultHandler(message);
  if (current !== defaultHandler) pcall(current, message);
}

/** Calls code of an addon; an error goes to the handler and the client goes on, as everywhere in the game. */
export function callGuarded(code: (this: void, ...args: never[]) => unknown, ...args: unknown[]): void {
  const [succeeded, message] = pcall(code as (this: void, ...args: unknown[]) => unknown, ...args);
  if (!succeeded) reportError(message);
}
