/**
 * `npm start` without a database: a private MariaDB, the real bridge, and a simulated realm that plays a short story on them.
 * With --once it plays the story once and exits with 0, or with 1 if something did not arrive; without, it goes on with
 * a boss kill every few seconds until Ctrl+C.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createConnection } from "mysql2/promise";
import { startPrivateMariadb } from "../../../scripts/private-mariadb";
import { BridgeProcess } from "../host/bridge-process";
import { SimulatedRealm } from "../host/simulated-realm";
import { playOn } from "./play-on";
import { story } from "./story";
import { tellStep } from "./tell";

const DATABASE = "dc_demo";

const { values } = parseArgs({
  options: {
    once: { type: "boolean", default: false },
    engine: { type: "string", default: "ale" },
    verbose: { type: "boolean", default: false },
  },
});

/** What was started last is stopped first. */
const releases: (() => unknown)[] = [];

async function play(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "dc-integration-"));
  releases.push(() => rmSync(folder, { recursive: true, force: true }));
  console.log("starting a private MariaDB, the bridge and a simulated realm ...");
  const mariadb = await startPrivateMariadb({ folder });
  releases.push(() => mariadb.stop());
  const admin = await createConnection(mariadb.url(""));
  await admin.query(`CREATE DATABASE ${DATABASE}`);
  await admin.changeUser({ database: DATABASE });
  releases.push(() => admin.end());
  const url = mariadb.url(DATABASE);
  const show = (line: string): void => {
    if (values.verbose) console.log(`       ${line}`);
  };
  const bridge = BridgeProcess.start(url, show, { DC_LOG_FORMAT: "pretty" });
  releases.push(() => bridge.stop());
  const realm = await SimulatedRealm.start({ engine: engineName(), databaseUrl: url, log: show });
  releases.push(() => realm.close());
  console.log(`MariaDB at ${url}`);

  const stage = { realm, bridge, database: admin };
  const steps = story(stage);
  let complete = true;
  for (const [index, step] of steps.entries()) {
    complete = await tellStep(stage, step, `${index + 1}/${steps.length}`);
    if (!complete) break;
  }
  console.log(complete ? "\nEverything arrived where it should." : "\nNot everything arrived.");
  if (!values.once) await playOn(stage, url);
  return complete;
}

function engineName(): "ale" | "eluna-azerothcore" | "eluna-trinitycore" {
  const { engine } = values;
  if (engine === "ale" || engine === "eluna-azerothcore" || engine === "eluna-trinitycore") return engine;
  throw new Error(`--engine: '${engine}' is none of ale, eluna-azerothcore, eluna-trinitycore`);
}

try {
  process.exitCode = (await play()) ? 0 : 1;
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
} finally {
  for (const release of releases.reverse()) await release();
}
