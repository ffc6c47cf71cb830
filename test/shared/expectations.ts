/**
 * `value` as a string that is the same in JavaScript and in every Lua: keys sorted, arrays as tables that count from 1, whole
 * numbers without a fraction, others to nine places.
 */
export function show(value: unknown): string {
  if (typeof value === "number") return showNumber(value);
  if (typeof value === "string") return `"${value}"`;
  if (typeof value === "object" && value !== null) return showTable(value);
  return tostring(value === null ? undefined : value).replace("undefined", "nil");
}

function showNumber(value: number): string {
  if (value !== value) return "nan";
  if (value % 1 === 0) return value.toFixed(0);
  return value.toFixed(9);
}

/** What an array's keys lack to counting from 1: 1 in JavaScript, 0 in Lua. */
function missingToOne(): number {
  const one: object = ["only"];
  for (const key in one) return 1 - Number(key);
  return 0;
}

const KEY_OFFSET = missingToOne();

function showTable(value: object): string {
  const offset = Array.isArray(value) ? KEY_OFFSET : 0;
  const entries = value as Record<string, unknown>;
  const parts: string[] = [];
  for (const key in entries) {
    const label = offset === 0 ? tostring(key) : (Number(key) + offset).toFixed(0);
    if (entries[key] !== undefined) parts.push(`${label}=${show(entries[key])}`);
  }
  parts.sort((left, right) => (left < right ? -1 : 1));
  return `{${parts.join(",")}}`;
}

/** Raises, with both values, unless they are the same all the way down. */
export function expectEqual(actual: unknown, expected: unknown): void {
  const got = show(actual);
  const wanted = show(expected);
  if (got !== wanted) error(`expected ${wanted}, got ${got}`, 2);
}

/** Raises unless `call` raises an error that has `part` in its text. */
export function expectError(call: (this: void) => unknown, part: string): void {
  const [succeeded, failure] = pcall(call);
  if (succeeded) error(`expected an error with '${part}', got none`, 2);
  if (!tostring(failure).includes(part))
    error(`expected an error with '${part}', got: ${tostring(failure)}`, 2);
}
