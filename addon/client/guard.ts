const lastFailure: Record<string, string> = {};

/** Hands a problem to the game's error handler, where BugSack and the like show it. */
export function toErrorHandler(problem: string): void {
  geterrorhandler()(`DCIntegration: ${problem}`);
}

/**
 * Calls code that may raise, ours or another addon's; its error is reported under `owner` and goes no further. The
 * same text from the same owner is reported once: a handler that fails at every update would bury the screen.
 */
export function guarded<Arguments extends unknown[]>(
  owner: string,
  handler: (this: void, ...args: Arguments) => void,
  ...args: Arguments
): void {
  const [succeeded, problem] = pcall(handler, ...args);
  if (succeeded) return;
  const text = `${owner}: ${tostring(problem)}`;
  if (lastFailure[owner] === text) return;
  lastFailure[owner] = text;
  toErrorHandler(text);
}
