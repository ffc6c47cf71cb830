/**
 * `value` as a text, for a message about it. Never raises: Lua asks an engine's object for its own text, and one that is kept
 * beyond its hook answers with an error.
 */
export function textOf(value: unknown): string {
  // Needs no call: where Lua's stack has overflown there is no room for one.
  if (typeof value === "string") return value;
  const [succeeded, text] = pcall(tostring, value);
  return succeeded && typeof text === "string" ? text : `an unreadable ${typeof value}`;
}

/** The same, so that a text is told from a number or a truth value of the same letters: `the text '5'` and `5`. */
export function describeValue(value: unknown): string {
  return typeof value === "string" ? `the text '${value}'` : textOf(value);
}
