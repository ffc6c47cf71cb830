/** Error numbers of MySQL after which the core aborts: unknown column, unknown table, syntax error. */
const ABORTING: Readonly<Record<number, boolean | undefined>> = { 1054: true, 1064: true, 1146: true };

/** Whether the core ends its thread after this error: the world's for a query, the writer's for an execute. */
export function isFatal(this: void, code: number): boolean {
  return ABORTING[code] === true;
}
