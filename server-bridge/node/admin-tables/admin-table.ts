import type { Complaint } from "../../../shared/language/complaint";
import { type Queryable, type Row, select } from "../database/query";

/** A row with something wrong: it counts for nothing, or not as its author may think. */
export interface Fault {
  /** The row's key, as text. */
  readonly row: string;
  /** A sentence that names the row. */
  readonly complaint: string;
}

/** A table that admins edit while the realms run. */
export interface AdminTable {
  readonly name: string;
  /** Every column, in the table's order. */
  readonly columns: readonly string[];
  findFaults(this: void, on: Queryable): Promise<Fault[]>;
}

interface RowRule {
  readonly name: string;
  readonly key: readonly string[];
  readonly values: readonly string[];
  /** What is wrong with a row, in a sentence that names it. */
  readonly judge: (this: void, row: Row) => Complaint;
}

/** A table whose rows have nothing to do with one another. */
export function judgedRowByRow({ name, key, values, judge }: RowRule): AdminTable {
  const columns = [...key, ...values];
  const sql = `SELECT ${columns.join(", ")} FROM ${name} ORDER BY ${key.join(", ")}`;
  const findFaults = async (on: Queryable): Promise<Fault[]> => {
    const faults: Fault[] = [];
    for (const row of await select(on, sql)) {
      const complaint = judge(row);
      if (complaint !== undefined)
        faults.push({ row: key.map((part) => String(row[part])).join(" "), complaint });
    }
    return faults;
  };
  return { name, columns, findFaults };
}
