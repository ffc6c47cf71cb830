import type { ErrorBoundary } from "../engine/error-boundary";

/** Reads one table that admins edit. */
export type TableReader = () => void;

/** The tables that admins edit while the world runs, and what reads each again when the bridge says that it has changed. */
export class AdminTables {
  constructor(
    private readonly readers: Readonly<Record<string, TableReader | undefined>>,
    private readonly boundary: ErrorBoundary,
  ) {}

  /** Reads all of them: the tables can be read now. */
  loadAll(): void {
    for (const [table] of pairs(this.readers)) this.load(table);
  }

  /** Reads `table` again. A table of a newer bridge is nothing to this script. */
  load(table: string): void {
    const read = this.readers[table];
    if (read !== undefined) this.boundary.run(`reading ${table}`, read);
  }
}
