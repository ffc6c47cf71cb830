import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";
import { execute, select } from "../../../server-bridge/node/database/query";
import { createDatabase, type TestDatabase } from "../../database";
import { BridgeProcess } from "../../simulated-realm/host/bridge-process";
import { SimulatedRealm, type SimulatedRealmOptions } from "../../simulated-realm/host/simulated-realm";

/** The end of the world's clock is not the machine's: a later world starts where no earlier one has been. */
const START_OF_2026 = 1_767_225_600;
const A_DAY = 86_400;

/** Milliseconds in which what has happened is on its way into the queue. */
const FLUSH = 100;

/** Quick looks, so that a test waits for little else than the work. */
const BRIDGE_SETTINGS = {
  DC_POLL_INTERVAL: "20",
  DC_WATCH_INTERVAL: "50",
  DC_DELETION_INTERVAL: "100",
  DC_GAP_GRACE: "1",
};

export interface GameOptions extends Partial<Omit<SimulatedRealmOptions, "databaseUrl">> {
  /** False: no bridge runs until `startBridge`. */
  readonly bridge?: boolean;
  /** A migrated database of its own unless given. */
  readonly database?: TestDatabase;
}

/**
 * Everything that plays together: a database and a bridge in a process of its own, both real, and a world with its
 * clients. `close` ends all of it.
 */
export class Game {
  private currentBridge: BridgeProcess | undefined;
  private worlds = 0;

  private constructor(
    private readonly options: GameOptions,
    readonly database: TestDatabase,
    private currentRealm: SimulatedRealm | undefined,
  ) {}

  static async start(options: GameOptions = {}): Promise<Game> {
    const game = new Game(options, options.database ?? (await createDatabase()), undefined);
    if (options.bridge !== false) await game.startBridge();
    await game.startRealm();
    return game;
  }

  get realm(): SimulatedRealm {
    if (this.currentRealm === undefined) throw new Error("no realm has been started");
    return this.currentRealm;
  }

  get bridge(): BridgeProcess {
    if (this.currentBridge === undefined) throw new Error("no bridge has been started");
    return this.currentBridge;
  }

  /** Starts a bridge and waits until it works. `settings` are variables of its environment. */
  async startBridge(settings: Readonly<Record<string, string>> = {}): Promise<void> {
    const environment = { ...BRIDGE_SETTINGS, ...settings };
    this.currentBridge = BridgeProcess.start(this.database.url, undefined, environment);
    await this.bridge.ready();
  }

  /** Starts a world on the same database, after the last one has ended. */
  async startRealm(): Promise<void> {
    const { engine = "ale", now: start = START_OF_2026, ...others } = this.options;
    const now = start + this.worlds * A_DAY;
    this.worlds++;
    this.currentRealm = await SimulatedRealm.start({
      ...others,
      engine,
      databaseUrl: this.database.url,
      now,
    });
  }

  /** The first column of the first row as text; "no row" without one. */
  async value(sql: string): Promise<string> {
    const [row] = await select(this.database.pool, sql);
    return row === undefined ? "no row" : String(Object.values(row)[0]);
  }

  /** The first column of each row as text. */
  async column(sql: string): Promise<string[]> {
    const rows = await select(this.database.pool, sql);
    return rows.map((row) => String(Object.values(row)[0]));
  }

  /** Does what somebody else's SQL client does. @throws if it changes nothing. */
  async edit(sql: string, values: readonly string[] = []): Promise<void> {
    const changed = await execute(this.database.pool, sql, values);
    if (changed === 0) throw new Error(`no row was changed by ${sql}`);
  }

  /** The first value that the code returns in the world's scripts. */
  lua(code: string): unknown {
    return this.realm.world.run(code)[0];
  }

  /** An expression in the addon's world of a player. */
  addon(player: string, expression: string): unknown {
    return this.realm.client(player).run(`return ${expression}`)[0];
  }

  /** Lets the game go on until `look` gives `expected`; fails with the difference if it does not in time. */
  async sees(look: () => unknown, expected: unknown, limit?: number): Promise<void> {
    await this.realm.until(async () => isDeepStrictEqual(await look(), expected), limit);
    expect(await look()).toEqual(expected);
  }

  /** Waits until the tables hold every operation of every start of the realm. */
  async settles(): Promise<void> {
    this.realm.tick(FLUSH);
    await this.sees(() => this.value("SELECT COUNT(*) FROM dc_journal"), "0");
  }

  /** Our messages that left the world for a player; the core's echo of what the client sent is not among them. */
  messagesTo(player: string): string[] {
    const toPlayer = this.realm.delivered.filter(
      (message) => message.player === player && message.prefix === "SAIO",
    );
    const texts = toPlayer.map(({ text }) => Buffer.from(text).toString("utf8"));
    return texts.filter((text) => text.includes("DC_"));
  }

  /** What the server's log has of ours. */
  ourLog(): string[] {
    const mark = "[DCIntegration] ";
    const lines = this.realm.world.log.filter((line) => line.includes(mark));
    return lines.map((line) => line.slice(line.indexOf(mark) + mark.length));
  }

  /** Ends everything, also when `check`, the last look at what ran, fails. */
  async close(check: () => void = () => {}): Promise<void> {
    try {
      check();
      this.currentRealm?.close();
    } finally {
      await this.currentBridge?.stop();
      await this.database.drop();
    }
  }
}
