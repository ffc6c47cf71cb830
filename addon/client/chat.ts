/** A line in the player's chat window that names its origin. */
export function say(text: string): void {
  DEFAULT_CHAT_FRAME.AddMessage(`|cff66ccffDC Integration|r: ${text}`);
}
