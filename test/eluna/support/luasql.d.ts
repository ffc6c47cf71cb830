/** LuaSQL's driver for MySQL and MariaDB. */
interface LuaSqlCursor {
  fetch(row: object, mode: "n"): (string | undefined)[] | undefined;
  getcolnames(): string[];
  /** For instance `number(10)`: the kind and the width of each column. */
  getcoltypes(): string[];
  close(): void;
}

interface LuaSqlConnection {
  execute(sql: string): LuaMultiReturn<[LuaSqlCursor | number | undefined, (string | undefined)?]>;
  close(): void;
}

interface LuaSqlEnvironment {
  connect(
    database: string,
    user: string,
    password: string,
    host: string,
    port: number,
  ): LuaMultiReturn<[LuaSqlConnection | undefined, (string | undefined)?]>;
}

interface LuaSqlMysql {
  mysql(this: void): LuaSqlEnvironment;
}
