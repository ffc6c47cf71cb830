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

export interface DatabaseFailure {
  /** MySQL's error number, for instance 1146 for an unknown table. */
  readonly code: number;
  readonly message: string;
}

/** The database as the host gives it: synchronous, one statement a call. */
export interface DatabasePort {
  /** Runs `sql`. Nil and nil for a statement without rows; nil and a failure for one that failed. */
  readonly query: (
    this: void,
    sql: string,
  ) => LuaMultiReturn<[rows: Rows | undefined, failure?: DatabaseFailure | undefined]>;
}
