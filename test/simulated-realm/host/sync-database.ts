import { fileURLToPath } from "node:url";
import { createSyncFn } from "synckit";

type Answer = (name: string, url: string, sql: string | undefined, waits: boolean) => Promise<string>;

const worker = fileURLToPath(new URL("sync-database-worker.mjs", import.meta.url));

let connectionCount = 0;

/** A database connection that waits for each answer, as the world thread does. It lives in a worker thread. */
export class SyncDatabase {
  private readonly answer = createSyncFn<Answer>(worker);
  private readonly name = String(++connectionCount);

  constructor(private readonly url: string) {}

  /**
   * The answer in the lines that test/simulated-realm/engine/border/rows.ts reads.
   *
   * @param waits Whether a database that cannot be reached is tried again for a few seconds.
   */
  query(sql: string, waits: boolean): string {
    return this.answer(this.name, this.url, sql, waits);
  }

  close(): void {
    this.answer(this.name, this.url, undefined, false);
  }
}
