import { type Queryable, select } from "../database/query";
import { literal } from "../database/statement-text";
import type { AdminTable } from "./admin-table";

/** By the tables' names. */
export type Digests = ReadonlyMap<string, string>;

/**
 * QUOTE tells NULL from any text, and a list of quoted texts can be read in one way only. SHA1 and not CRC32, whose sums
 * stay the same when certain rows swap their values.
 */
function digestText({ name, columns }: AdminTable): string {
  const row = `CONCAT_WS(',', ${columns.map((column) => `QUOTE(${column})`).join(", ")})`;
  const sum = `BIT_XOR(CAST(CONV(LEFT(SHA1(${row}), 16), 16, 10) AS UNSIGNED))`;
  return `SELECT ${literal(name)} AS name, CONCAT(COUNT(*), ':', ${sum}) AS digest FROM ${name}`;
}

/** A string for each table that is another one after any change, a deletion included. One statement for all. */
export async function readDigests(on: Queryable, tables: readonly AdminTable[]): Promise<Digests> {
  const rows = await select(on, tables.map(digestText).join(" UNION ALL "));
  return new Map(rows.map((row) => [String(row.name), String(row.digest)]));
}
