import type { ErrorBoundary } from "../engine/error-boundary";

/** Reads one table that the realm keeps in memory. Returns whether the database has answered. */
export type TableReader = () => boolean;

/** The tables that are kept in memory while the world runs, and what reads each again when the bridge says that it has changed. */
export class AdminTables {
  /** Which have to be read once more: what is in memory of them is of before. */
  private unanswered: Record<string, true | undefined> = {};

  constructor(
    private readonly readers: Readonly<Record<string, TableReader | undefined>>,
    private readonly boundary: ErrorBoundary,
  ) {}

  /** Reads all of them: the tables can be read now. */
  loadAll(): void {
    for (const [table] of pairs(this.readers)) this.load(table);
  }

  /**
   * Reads `table` again. A table of a newer bridge is nothing to this script.
   *
   * @returns Whether what is in memory of it is of now. Otherwise `retry` tries once more.
   */
  load(table: string): boolean {
    const read = this.readers[table];
    if (read === undefined) return true;
    let answered = false;
    this.boundary.run(`reading ${table}`, () => {
      answered = read();
    });
    this.unanswered[table] = answered ? undefined : true;
    return answered;
  }

  /** Every few seconds: reads those once more that the database did not tell of. */
  retry(): void {
    const { unanswered } = this;
    this.unanswered = {};
    for (const [table] of pairs(unanswered)) this.load(table);
  }
}
