/** A string as the game writes it; all other bytes stand as they are. */
function quoted(text: string): string {
  let result = string.gsub(text, "\\", "\\\\")[0];
  result = string.gsub(result, '"', '\\"')[0];
  result = string.gsub(result, "\n", "\\n")[0];
  result = string.gsub(result, "\r", "\\r")[0];
  return `"${string.gsub(result, "%z.*", "")[0]}"`;
}

/**
 * Sixteen digits: a number of 17 significant ones comes back changed. Infinities and NaN get the names of the
 * client's C runtime, which are no Lua: the file that holds one can't be read again.
 */
function numeral(value: number): string {
  if (value !== value) return "-1.#IND";
  if (value === math.huge) return "1.#INF";
  if (value === -math.huge) return "-1.#INF";
  return string.format("%.16g", value);
}

/** The value as text, nothing for what can't be kept: functions, threads, userdata. */
function scalar(value: unknown): string | undefined {
  if (type(value) === "string") return quoted(value as string);
  if (type(value) === "number") return numeral(value as number);
  return type(value) === "boolean" ? tostring(value) : undefined;
}

function valueText(value: unknown, indent: string, open: LuaSet<object>): string | undefined {
  if (type(value) !== "table") return scalar(value);
  const content = value as object;
  if (open.has(content)) error("a saved variable holds itself");
  open.add(content);
  const text = tableText(content as Record<string, unknown>, indent, open);
  open.delete(content);
  return text;
}

/** List items first, each with its index as a comment, then the other keys. */
function tableText(content: Record<string | number, unknown>, indent: string, open: LuaSet<object>): string {
  const inner = `${indent}\t`;
  const lines: string[] = ["{"];
  let count = 0;
  for (const [index, value] of ipairs(content)) {
    count = index;
    lines.push(`${inner}${valueText(value, inner, open) ?? "nil"}, -- [${string.format("%d", index)}]`);
  }
  for (const [key, value] of pairs(content)) {
    const listed = typeof key === "number" && key >= 1 && key <= count && key % 1 === 0;
    const name = listed ? undefined : scalar(key);
    const text = name === undefined ? undefined : valueText(value, inner, open);
    if (text !== undefined) lines.push(`${inner}[${name ?? ""}] = ${text},`);
  }
  lines.push(`${indent}}`);
  return table.concat(lines, "\n");
}

/** The text of an addon's saved variables file; a variable that is nil is left out. */
export function savedVariablesText(names: readonly string[], globals: Record<string, unknown>): string {
  let text = "\n";
  for (const name of names) {
    const value = valueText(rawget(globals, name), "", new LuaSet());
    if (value !== undefined) text += `${name} = ${value}\n`;
  }
  return text;
}
