const PREFIX = "[DCIntegration] ";

/** A line in the server's log. */
export function logInfo(text: string): void {
  PrintInfo(PREFIX + text);
}

/** A line in the server's error log. */
export function logError(text: string): void {
  PrintError(PREFIX + text);
}
