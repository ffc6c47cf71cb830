import { pack } from "../lua/packed";
import type { Callback } from "../objects/arguments";
import { push } from "../objects/engine-value";
import type { LuaState } from "../state/lua-state";
import type { World } from "../world/world";
import { isFatal } from "./failures";
import { type Rows, UNREACHABLE } from "./port";
import { type QueryEntity, queryEntity } from "./query-entity";

interface Statement {
  readonly sql: string;
  readonly answer?: { readonly state: LuaState; readonly callback: Callback };
}

interface Ready {
  readonly state: LuaState;
  readonly callback: Callback;
  readonly rows: Rows | undefined;
}

/**
 * The core's connections: a synchronous one, and a worker that runs what was handed over, in order and at a later tick.
 * A statement with an unknown table or column or a syntax error freezes the world in a query, and ends the worker in an
 * execute: what is handed over afterwards is lost without a word.
 */
export class Database {
  private readonly queue: Statement[] = [];
  private ready: Ready[] = [];
  private held = false;
  private dead = false;
  private toLose = 0;

  constructor(private readonly world: World) {}

  /** Runs `sql` now, on another connection than the worker's: what is still queued is not seen. */
  query(sql: string): QueryEntity | undefined {
    const [rows, failure] = this.world.options.database.query(sql, true);
    if (failure !== undefined) {
      this.world.logError(`[ERROR]: [${string.format("%d", failure.code)}] ${failure.message}`);
      if (isFatal(failure.code)) this.world.freeze(sql);
      if (failure.code === UNREACHABLE) this.world.freeze(`a database that cannot be reached: ${sql}`);
    }
    return this.result(rows);
  }

  /** Hands `sql` to the worker. */
  execute(sql: string): void {
    this.queue.push({ sql });
  }

  /** Hands `sql` to the worker; the callback runs in an update after the worker is done. */
  queryAsync(state: LuaState, sql: string, callback: Callback): void {
    this.queue.push({ sql, answer: { state, callback } });
  }

  /** The worker's turn, at the beginning of a tick: it runs what earlier ones handed over. */
  work(): void {
    if (!this.held) this.drain();
  }

  /** Runs everything that is queued, as the core does before it closes, as far as the database can be reached. */
  drain(): void {
    let next = this.queue[0];
    while (next !== undefined && this.run(next)) {
      this.queue.shift();
      next = this.queue[0];
    }
  }

  /** Runs the callbacks of finished queries. */
  answer(): void {
    const due = this.ready;
    this.ready = [];
    for (const { state, callback, rows } of due) {
      state.inCall(() => {
        state.call(callback, pack(push(state, this.result(rows))));
      });
    }
  }

  /** Whether a query of `state` has not been answered. */
  isPending(state: LuaState): boolean {
    for (const statement of this.queue) if (statement.answer?.state === state) return true;
    for (const ready of this.ready) if (ready.state === state) return true;
    return false;
  }

  hold(): void {
    this.held = true;
  }

  release(): void {
    this.held = false;
  }

  /** The next statement that is due never reaches the database. */
  loseNext(): void {
    this.toLose++;
  }

  /** Exchanges the last two statements of the queue, as a core with several workers may. */
  swapLastTwo(): void {
    const last = this.queue.pop();
    const before = this.queue.pop();
    if (last === undefined || before === undefined) error("swapLastTwo needs two queued statements", 0);
    this.queue.push(last, before);
  }

  isWriterDead(): boolean {
    return this.dead;
  }

  queueLength(): number {
    return this.queue.length;
  }

  /** Whether the statement is done with, in whatever way. */
  private run(statement: Statement): boolean {
    if (this.dead) return true;
    if (this.toLose > 0) {
      this.toLose--;
      return true;
    }
    const [rows, failure] = this.world.options.database.query(statement.sql, false);
    if (failure?.code === UNREACHABLE) return false;
    if (failure !== undefined) {
      this.world.logError(`[ERROR]: [${string.format("%d", failure.code)}] ${failure.message}`);
      if (isFatal(failure.code)) this.dead = true;
    }
    // Eluna on AzerothCore has the function and never calls back.
    const callsBack = this.world.engine !== "eluna-azerothcore";
    if (statement.answer !== undefined && callsBack) this.ready.push({ ...statement.answer, rows });
    return true;
  }

  /** No rows, no result: the engines give nil. */
  private result(rows: Rows | undefined): QueryEntity | undefined {
    if (rows === undefined || rows.rows.length === 0) return undefined;
    return queryEntity(this.world.data.queryClass, rows);
  }
}
