/** What Lua calls the type of `value`, for messages that authors of Lua scripts read. The same under Node. */
export function typeName(value: unknown): string {
  if (value === undefined || value === null) return "nil";
  return typeof value === "object" ? "table" : typeof value;
}
