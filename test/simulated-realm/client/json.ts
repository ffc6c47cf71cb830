/** Text for JSON: bytes below 32 and the quoting characters escaped, all others as they are. */
function quoted(text: string): string {
  const [escaped] = string.gsub(text, '[%z\x01-\x1f"\\]', (character: string) =>
    string.format("\\u%04x", string.byte(character)),
  );
  return `"${escaped}"`;
}

function isSequence(content: Record<string | number, unknown>): boolean {
  let count = 0;
  for (const [key] of pairs(content)) {
    if (type(key) !== "number") return false;
    count++;
  }
  return count > 0 && count === (content as unknown as unknown[]).length;
}

function tableText(content: Record<string | number, unknown>, open: LuaSet<object>): string {
  if (open.has(content)) error("a table that holds itself can't be given to the host");
  open.add(content);
  const parts: string[] = [];
  const list = isSequence(content);
  if (list) {
    for (const [, value] of ipairs(content)) parts.push(jsonText(value, open));
  } else {
    for (const [key, value] of pairs(content))
      parts.push(`${quoted(tostring(key))}:${jsonText(value, open)}`);
  }
  open.delete(content);
  const body = table.concat(parts, ",");
  return list ? `[${body}]` : `{${body}}`;
}

function numeral(value: number): string {
  const finite = value === value && value !== math.huge && value !== -math.huge;
  return finite ? string.format("%.17g", value) : "null";
}

/** The value as JSON: sequences as arrays, other tables as objects; functions and userdata as their `tostring`. */
export function jsonText(value: unknown, open: LuaSet<object> = new LuaSet()): string {
  if (value === undefined) return "null";
  if (type(value) === "number") return numeral(value as number);
  if (type(value) === "boolean") return tostring(value);
  if (type(value) === "table") return tableText(value as Record<string, unknown>, open);
  return quoted(tostring(value));
}

/** All values as one JSON array, nils among them as null. */
export function jsonList(...values: unknown[]): string {
  const parts: string[] = [];
  for (let index = 1; index <= select("#", ...values); index++) {
    parts.push(jsonText(select(index, ...values)[0]));
  }
  return `[${table.concat(parts, ",")}]`;
}
