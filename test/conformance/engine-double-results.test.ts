import { beforeAll, describe, expect, test } from "vitest";
import type { Worldserver } from "../simulated-realm/host/worldserver";
import { ENGINES, worldUnderTest } from "./world-under-test";

const bench = worldUnderTest();

beforeAll(async () => {
  await bench.db.pool.query(`CREATE TABLE sample (
    small TINYINT NOT NULL, wide BIGINT UNSIGNED NOT NULL, price DECIMAL(10, 3) NOT NULL, part DOUBLE NOT NULL,
    nothing INT NULL, kind ENUM('a', 'b') NOT NULL, at TIMESTAMP NOT NULL, raw BLOB NOT NULL, body TEXT NOT NULL,
    count INT UNSIGNED NOT NULL)`);
  await bench.db.pool.query(
    `INSERT INTO sample VALUES (-5, 9007199254740993, 12345.678, 0.1, NULL, 'b', '2026-01-02 03:04:05',
      X'410042', '{"key": "größe"}', 4000000000)`,
  );
});

describe.each(ENGINES)("getters on %s", (engine) => {
  let world: Worldserver;

  beforeAll(async () => {
    world = await bench.start(engine, "");
  });

  const cases: readonly (readonly [column: string, expected: Readonly<Record<string, string>>])[] = [
    [
      "small",
      { GetInt8: "-5", GetInt32: "-5", GetInt64: "-5", GetUInt32: "0", GetUInt64: "0", GetString: "-5" },
    ],
    ["wide", { GetUInt64: "9007199254740993", GetString: "9007199254740993", GetUInt32: "0" }],
    [
      "price",
      { GetString: "12345.678", GetInt32: "0", GetUInt32: "0", GetInt64: "0", GetDouble: "12345.677734375" },
    ],
    ["part", { GetString: "0.1", GetDouble: "0.10000000149012" }],
    ["nothing", { IsNull: "true", GetString: "", GetUInt32: "0", GetInt64: "0", GetDouble: "1" }],
    ["kind", { GetString: "b", GetUInt8: "0", GetDouble: "1" }],
    ["at", { GetString: "2026-01-02 03:04:05", GetUInt32: "0", GetInt64: "0" }],
    ["UNIX_TIMESTAMP(at)", { GetUInt32: "1767323045" }],
    ["raw", { GetString: "A" }],
    ["body", { GetString: '{"key": "größe"}', GetUInt32: "0", IsNull: "false" }],
    ["count", { GetUInt32: "4000000000", GetInt32: "0", GetUInt16: "0", GetBool: "false" }],
    ["COUNT(*)", { GetUInt32: "1", GetUInt64: "1" }],
    ["SUM(small)", { GetUInt32: "4294967291", GetInt64: "-5" }],
    ["AVG(small)", { GetString: "-5.0000", GetInt32: "-5" }],
  ];
  test.each(cases)("of %s", (column, expected) => {
    const calls = Object.keys(expected).map((getter) => `tostring(q:${getter}(0))`);
    const code = `local q = CharDBQuery("SELECT ${column} FROM sample") return ${calls.join(", ")}`;
    expect(world.run(code)).toEqual(Object.values(expected));
  });

  test("64-bit getters give userdata", () => {
    const code = `local q = CharDBQuery("SELECT wide FROM sample") return type(q:GetUInt64(0)), type(q:GetUInt32(0))`;
    expect(world.run(code)).toEqual(["userdata", "number"]);
  });
});

test("GetRow differs by engine: 64-bit columns, and DECIMAL; NULL has no key anywhere", async () => {
  const rows: unknown[] = [];
  for (const engine of ENGINES) {
    const world = await bench.start(engine, "");
    const code = `
      local row = CharDBQuery("SELECT wide, price, nothing, small FROM sample"):GetRow()
      return type(row.wide), type(row.price), row.nothing, row.small
    `;
    rows.push(world.run(code));
  }
  expect(rows).toEqual([
    ["number", "string", null, -5],
    ["number", "string", null, -5],
    ["userdata", "number", null, -5],
    ["string", "string", null, -5],
  ]);
});
