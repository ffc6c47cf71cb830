/** A column of a result. */
export interface Column {
  readonly name: string;
  /** MySQL's name of the type, in small letters: `int`, `bigint`, `decimal`, `timestamp`, ... */
  readonly type: string;
  readonly unsigned: boolean;
}

/** Rows as the text protocol gives them; `false` stands for NULL. */
export interface Rows {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (string | false)[])[];
}

/** In the place of an error number: the database cannot be reached. */
export const UNREACHABLE = 0;

export interface DatabaseFailure {
  /** MySQL's error number, for instance 1146 for an unknown table; `UNREACHABLE` if there was no answer at all. */
  readonly code: number;
  readonly message: string;
}

/** The database as the host gives it: synchronous, one statement a call. */
export interface DatabasePort {
  /**
   * Runs `sql`. Nil and nil for a statement without rows; nil and a failure for one that failed.
   *
   * @param waits Whether a database that cannot be reached is waited for, as the world's thread does.
   */
  readonly query: (
    this: void,
    sql: string,
    waits: boolean,
  ) => LuaMultiReturn<[rows: Rows | undefined, failure?: DatabaseFailure | undefined]>;
}
