import type { Entity } from "../objects/entity";
import type { Column, Rows } from "./port";

/** A query's result: the first row is current from the beginning. */
export interface QueryEntity extends Entity {
  readonly rows: Rows;
  /** Index of the current row, from 0. */
  row: number;
}

export function queryEntity(this: void, kind: string, rows: Rows): QueryEntity {
  return { kind, rows, row: 0 };
}

export interface Field {
  readonly column: Column;
  readonly value: string | false;
}

/** Column `index`, from 0, of the current row. A wrong index raises, in the engine's words. */
export function fieldAt(this: void, query: QueryEntity, index: number): Field {
  const column = query.rows.columns[index];
  if (column === undefined) {
    const count = string.format("%d", query.rows.columns.length);
    error(
      `trying to access invalid field index ${string.format("%d", index)}. ` +
        `There are ${count} fields available and the indexes start from 0`,
      0,
    );
  }
  return { column, value: query.rows.rows[query.row]?.[index] ?? false };
}
