import { type Connection, createConnection, type FieldPacket } from "mysql2/promise";
import { setTimeout as sleep } from "node:timers/promises";
import { runAsWorker } from "synckit";
import { escapeBytes } from "./escape";

/** MySQL's type codes, under the names that the double knows. */
const TYPE_NAMES: Readonly<Record<number, string>> = {
  0: "decimal",
  1: "tinyint",
  2: "smallint",
  3: "int",
  4: "float",
  5: "double",
  7: "timestamp",
  8: "bigint",
  9: "mediumint",
  10: "date",
  11: "time",
  12: "datetime",
  13: "year",
  245: "json",
  246: "decimal",
};

const UNSIGNED_FLAG = 32;
const NULL_CELL = "%N";

/** Connection errors: the server went away, and a new connection may reach it. */
const LOST = new Set([
  "PROTOCOL_CONNECTION_LOST",
  "ECONNRESET",
  "ECONNREFUSED",
  "EPIPE",
  "ER_SERVER_SHUTDOWN",
]);

/** How long the world's thread waits for a database that went away, and how often it tries. */
const PATIENCE_MS = 10_000;
const RETRY_MS = 100;

const connections = new Map<string, Connection>();

/** Connections are kept by name and address. One that ends is forgotten, and the next statement makes a new one. */
async function connect(name: string, url: string): Promise<Connection> {
  const key = `${name} ${url}`;
  const present = connections.get(key);
  if (present !== undefined) return present;
  const fresh = await createConnection({
    uri: url,
    rowsAsArray: true,
    timezone: "Z",
    // Every cell as the text protocol sends it: bytes, or null.
    typeCast: (field) => field.buffer(),
  });
  fresh.on("error", () => connections.delete(key));
  connections.set(key, fresh);
  return fresh;
}

function columnLines(field: FieldPacket): string[] {
  const isUnsigned = typeof field.flags === "number" && (field.flags & UNSIGNED_FLAG) !== 0;
  const type = TYPE_NAMES[field.columnType ?? -1] ?? "text";
  return [escapeBytes(Buffer.from(field.name, "utf8")), type, isUnsigned ? "u" : "s"];
}

function cellLine(cell: unknown): string {
  return Buffer.isBuffer(cell) ? escapeBytes(cell) : NULL_CELL;
}

function codeOf(failure: unknown): { errno: number; code: string; message: string } {
  const { errno, code, message } = failure as { errno?: unknown; code?: unknown; message?: unknown };
  return { errno: typeof errno === "number" ? errno : 0, code: String(code), message: String(message) };
}

/** One answer in the lines that test/simulated-realm/engine/border/rows.ts reads. */
async function query(name: string, url: string, sql: string): Promise<string> {
  const connection = await connect(name, url);
  const [result, fields] = await connection.query(sql);
  if (!Array.isArray(result) || !Array.isArray(fields)) return "none\n";
  const rows = result as unknown as unknown[][];
  const lines = ["rows", String(fields.length), ...fields.flatMap(columnLines)];
  for (const row of rows) lines.push(...row.map(cellLine));
  return `${lines.join("\n")}\n`;
}

async function close(name: string, url: string): Promise<string> {
  const key = `${name} ${url}`;
  const connection = connections.get(key);
  connections.delete(key);
  await connection?.end();
  return "none\n";
}

async function attempt(name: string, url: string, sql: string): Promise<{ text: string; isLost: boolean }> {
  try {
    return { text: await query(name, url, sql), isLost: false };
  } catch (failure) {
    const { errno, code, message } = codeOf(failure);
    const isLost = LOST.has(code);
    if (isLost) connections.delete(`${name} ${url}`);
    const lines = ["error", String(isLost ? 0 : errno), escapeBytes(Buffer.from(message, "utf8"))];
    return { text: `${lines.join("\n")}\n`, isLost };
  }
}

/** Runs a statement on the connection of that name, or closes it when there is none. */
async function answer(name: string, url: string, sql: string | undefined, waits: boolean): Promise<string> {
  if (sql === undefined) return close(name, url);
  const deadline = performance.now() + (waits ? PATIENCE_MS : 0);
  let last = await attempt(name, url, sql);
  // A connection that the server closed while nobody used it shows only now: one more try is always due.
  if (last.isLost) last = await attempt(name, url, sql);
  while (last.isLost && performance.now() < deadline) {
    await sleep(RETRY_MS);
    last = await attempt(name, url, sql);
  }
  return last.text;
}

runAsWorker(answer);
