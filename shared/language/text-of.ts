/**
 * `value` as a string, for a message about it. Never raises: Lua asks an engine's object for its own text, and one that is kept
 * beyond its hook answers with an error.
 */
export function textOf(value: unknown): string {
  // Needs no call: where Lua's stack has overflown there is no room for one.
  if (typeof value === "string") return value;
  const [succeeded, text] = pcall(tostring, value);
  return succeeded && typeof text === "string" ? text : `an unreadable ${typeof value}`;
}

/** The same, so that a string is told from a number or a boolean of the same letters: `the string '5'` and `5`. */
export function describeValue(value: unknown): string {
  return typeof value === "string" ? `the string '${value}'` : textOf(value);
}
