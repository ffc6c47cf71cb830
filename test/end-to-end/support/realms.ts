import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";
import { execute } from "../../../server-bridge/node/database/query";
import { createDatabase, type TestDatabase } from "../../database";
import { SimulatedRealm, TICK } from "../../simulated-realm/host/simulated-realm";
import { ARTHAS, JAINA } from "./players";
import { SimulatedBridge } from "./simulated-bridge";

/** The most time that a change of a table may take to count in every realm, in milliseconds. */
export const LIVE_WITHIN = 2000;
/** Milliseconds that each bridge, and each realm, has started after the one before it: no two of them look at the same moment. */
const BRIDGES_APART = 240;
const REALMS_APART = 100;
/** The task of a bridge that notices what admins change. */
const WATCH = "the watch for edited tables";

/** Each realm has another engine and a player of its own. */
const REALMS = [
  { realmId: 1, engine: "ale", player: ARTHAS },
  { realmId: 2, engine: "eluna-trinitycore", player: JAINA },
] as const;

/** Two realms with one database, and the bridges beside it, all on one simulated clock. */
export class Realms {
  private constructor(
    private readonly database: TestDatabase,
    readonly bridges: readonly SimulatedBridge[],
    readonly realms: readonly SimulatedRealm[],
  ) {}

  static async start(bridgeCount: number): Promise<Realms> {
    const database = await createDatabase();
    const bridges: SimulatedBridge[] = [];
    for (let count = 0; count < bridgeCount; count++) {
      for (const earlier of bridges) await earlier.pass(BRIDGES_APART);
      bridges.push(await SimulatedBridge.start(database.url));
    }
    const realms: SimulatedRealm[] = [];
    for (const { realmId, engine, player } of REALMS) {
      for (const earlier of realms) earlier.tick(REALMS_APART);
      const realm = await SimulatedRealm.start({ realmId, engine, databaseUrl: database.url });
      realm.world.login(player);
      realm.world.run(`me = ${player.guid}`);
      realms.push(realm);
    }
    const all = new Realms(database, bridges, realms);
    await all.pass(LIVE_WITHIN);
    return all;
  }

  /** Time for all bridges and realms. */
  async pass(milliseconds: number): Promise<void> {
    for (let passed = 0; passed < milliseconds; passed += TICK) {
      for (const bridge of this.bridges) await bridge.pass(TICK);
      for (const realm of this.realms) realm.tick(TICK);
    }
  }

  /** What the code, for which `me` is the realm's player, returns in each realm. */
  everywhere(code: string): unknown[] {
    return this.realms.map(({ world }) => world.run(code)[0]);
  }

  /** Does what somebody else's SQL client does, right behind a look of the first bridge. @throws if it changes nothing. */
  async edit(sql: string): Promise<void> {
    while (this.bridges[0]?.hasJustDone(WATCH) === false) await this.pass(TICK);
    if ((await execute(this.database.pool, sql)) === 0) throw new Error(`no row was changed by ${sql}`);
  }

  /** Lets time pass until each realm gives `expected`; fails if one does not when the time for a change is over. */
  async soon(look: () => unknown[], expected: unknown): Promise<void> {
    const isSo = (): boolean => look().every((seen) => isDeepStrictEqual(seen, expected));
    for (let passed = 0; passed < LIVE_WITHIN && !isSo(); passed += TICK) await this.pass(TICK);
    expect(look()).toEqual(REALMS.map(() => expected));
  }

  /** What each realm has logged since its start, without what is of no script of ours. */
  logs(): string[][] {
    const mark = "[DCIntegration] ";
    const ours = (line: string): string[] => line.split(mark).slice(1);
    return this.realms.map(({ world }) => world.log.flatMap(ours));
  }

  /** The errors that each realm has logged since its start. */
  errors(): string[][] {
    return this.realms.map(({ world }) => [...world.errors]);
  }

  /** Ends everything, also when something has not gone as it should. */
  async close(): Promise<void> {
    try {
      for (const realm of this.realms) realm.close();
    } finally {
      for (const bridge of this.bridges) await bridge.close();
      await this.database.drop();
    }
  }
}
