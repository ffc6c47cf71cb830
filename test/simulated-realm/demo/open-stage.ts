import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Connection, createConnection } from "mysql2/promise";
import { type PrivateMariadb, startPrivateMariadb } from "../../../scripts/private-mariadb";
import { BridgeProcess } from "../host/bridge-process";
import { SimulatedRealm } from "../host/simulated-realm";
import type { DemoOptions } from "./command-line";
import { Commentary } from "./commentary";
import type { Stage } from "./stage";

const DATABASE = "dc_demo";

/** How to end what was started; what was started last is to be ended first. */
export type Releases = (() => unknown)[];

async function openMariadb(releases: Releases): Promise<PrivateMariadb> {
  const folder = mkdtempSync(join(tmpdir(), "dc-integration-"));
  releases.push(() => rmSync(folder, { recursive: true, force: true }));
  const mariadb = await startPrivateMariadb({ folder });
  releases.push(() => mariadb.stop());
  return mariadb;
}

async function openDatabase(mariadb: PrivateMariadb, releases: Releases): Promise<Connection> {
  const database = await createConnection({ uri: mariadb.url(""), multipleStatements: true });
  releases.push(() => database.end());
  await database.query(`CREATE DATABASE ${DATABASE}`);
  await database.changeUser({ database: DATABASE });
  return database;
}

/** A bridge that has made the tables, or has ended: then the story says what does not arrive. */
async function openBridge(url: string, commentary: Commentary, releases: Releases): Promise<BridgeProcess> {
  const bridge = BridgeProcess.start(url, (line) => commentary.bridgeLine(line), { DC_LOG_FORMAT: "pretty" });
  releases.push(() => bridge.stop());
  await bridge.readyOrEnded();
  return bridge;
}

/**
 * Starts everything that plays. What it has started is in `releases`, also when it throws.
 *
 * @throws the signal's reason if `stop` is given meanwhile.
 */
export async function openStage(
  options: DemoOptions,
  releases: Releases,
  stop: AbortSignal,
): Promise<{ stage: Stage; url: string }> {
  const { script: scripts, addon: addons, sql, deeds, engine, mapStates, verbose } = options;
  const mayDiffer = scripts.length + addons.length + sql.length > 0;
  const commentary = new Commentary(mayDiffer || deeds.length > 0, verbose);
  const mariadb = await openMariadb(releases);
  const database = await openDatabase(mariadb, releases);
  const url = mariadb.url(DATABASE);
  const bridge = await openBridge(url, commentary, releases);
  stop.throwIfAborted();
  for (const text of sql) await database.query(text);
  const realm = await SimulatedRealm.start({
    engine,
    mapStates,
    scripts,
    databaseUrl: url,
    now: Math.floor(Date.now() / 1000),
    log: (line) => commentary.realmLine(line),
  });
  releases.push(() => realm.close());
  return { stage: { realm, bridge, database, commentary, addons, mayDiffer, stop }, url };
}
