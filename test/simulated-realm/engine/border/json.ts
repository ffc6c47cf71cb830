import { engineClass } from "../objects/engine-value";
import type { Packed } from "../lua/packed";
import { escape } from "./escape";

declare function type(this: void, value: unknown): string;

function quoted(this: void, text: string): string {
  const [escaped] = string.gsub(escape(text), '[%c"\\]', (character: string) =>
    string.format("\\u%04x", string.byte(character)),
  );
  return `"${escaped}"`;
}

function tableText(this: void, value: Record<string, unknown> & unknown[]): string {
  const parts: string[] = [];
  if (value.length > 0) {
    for (const item of value) parts.push(jsonText(item));
    return `[${table.concat(parts, ",")}]`;
  }
  for (const [key, item] of pairs(value as Record<string, unknown>)) {
    parts.push(`${quoted(tostring(key))}:${jsonText(item)}`);
  }
  return `{${table.concat(parts, ",")}}`;
}

/** A Lua value as JSON: a list if it has a first element. What JSON cannot say becomes the text of `tostring`. */
export function jsonText(this: void, value: unknown): string {
  const kind = engineClass(value) === undefined ? type(value) : "userdata";
  if (kind === "nil") return "null";
  if (kind === "boolean") return value === true ? "true" : "false";
  if (kind === "number") {
    const number = value as number;
    const isFinite = number === number && number !== math.huge && number !== -math.huge;
    return isFinite ? string.format("%.17g", number) : quoted(tostring(number));
  }
  if (kind === "table") return tableText(value as Record<string, unknown> & unknown[]);
  return quoted(tostring(value));
}

export function jsonList(this: void, packed: Packed): string {
  const parts: string[] = [];
  for (const index of $range(1, packed.count)) parts.push(jsonText(packed.values[index - 1]));
  return `[${table.concat(parts, ",")}]`;
}
