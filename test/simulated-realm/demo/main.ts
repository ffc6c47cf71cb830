/**
 * The demo of `npm start`: a private MariaDB, the real bridge, and a simulated realm that plays a short story on them, with
 * scripts and addons of the author's if there are any. With --once it plays the story once and exits with 0, or with 1 after
 * an error or if something did not arrive; without, it goes on with a boss kill every few seconds until Ctrl+C.
 */
import { readDemoOptions } from "./command-line";
import { deedSteps } from "./deeds";
import { openStage, type Releases } from "./open-stage";
import { playOn } from "./play-on";
import type { Stage } from "./stage";
import { story } from "./story";
import { tellStep } from "./tell";

const options = readDemoOptions(process.argv.slice(2));
const releases: Releases = [];

/** The first signal ends the demo in order, whatever it is about; a second one ends it at once. */
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => stop.abort(new Error(`${signal}: the demo ends before its story is over`)));
}
/** And so does a reader that has seen enough: `npm start | head`. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", () => stop.abort(new Error("nobody reads what the demo says: it ends")));
}

async function playSteps(stage: Stage): Promise<boolean> {
  const steps = [...story(stage), ...deedSteps(stage, options.deeds)];
  for (const [index, step] of steps.entries()) {
    if (!(await tellStep(stage, step, `${index + 1}/${steps.length}`))) return false;
  }
  return true;
}

function tellEnd(complete: boolean, { mayDiffer, commentary }: Stage): void {
  const all = mayDiffer ? "The story is over." : "Everything arrived where it should.";
  console.log(`\n${complete ? all : "Not everything arrived."}`);
  const errors = commentary.errorCount();
  if (errors > 0) console.log(`${errors} ${errors === 1 ? "error" : "errors"}, marked with !!`);
  else if (commentary.watches) console.log("No error.");
}

/** Whether all went well. */
async function play(): Promise<boolean> {
  console.log("starting a private MariaDB, the bridge and a simulated realm ...");
  const { stage, url } = await openStage(options, releases, stop.signal);
  console.log(`MariaDB at ${url}`);
  const complete = await playSteps(stage);
  stop.signal.throwIfAborted();
  // Scripts have work at the server's end, too.
  if (options.once) stage.realm.close();
  tellEnd(complete, stage);
  if (!options.once) await playOn(stage, url);
  return complete && stage.commentary.errorCount() === 0;
}

try {
  process.exitCode = (await play()) ? 0 : 1;
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
} finally {
  for (const release of releases.reverse()) await release();
}
