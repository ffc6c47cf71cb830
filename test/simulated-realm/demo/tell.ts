import { printLine } from "./print-line";
import { type Arrival, isOver, lookUp, type Stage, type Step } from "./stage";
import { ARTHAS, JAINA } from "./story";

/** How long a step may take to arrive everywhere, in milliseconds: a patient number, for slow machines. */
const ARRIVAL_LIMIT = 20_000;

/** The same where a script of the author's may have changed what arrives, so that it may never be what is expected. */
const LIMIT_OF_DIFFERENCES = 5_000;

/** Milliseconds in which an action goes through realm and clients, when nothing is expected of it. */
const SETTLING = 500;

/** What is there now; a table that the bridge has not made yet is not there. */
async function lookAt(arrival: Arrival): Promise<string> {
  try {
    return await arrival.look();
  } catch (failure) {
    return failure instanceof Error ? failure.message : String(failure);
  }
}

async function tellArrival(stage: Stage, arrival: Arrival, limit: number): Promise<boolean> {
  const started = performance.now();
  let seen = "";
  await stage.realm.until(async () => {
    seen = await lookAt(arrival);
    return seen === arrival.expected || isOver(stage);
  }, limit);
  const waited = `${Math.round(performance.now() - started)} ms`;
  const what = arrival.what.padEnd(32);
  if (seen === arrival.expected) {
    printLine("ok", arrival.where, `${what} ${seen}   (${waited})`);
    return true;
  }
  if (stage.mayDiffer && !isOver(stage)) {
    printLine("  ", arrival.where, `${what} ${seen}   (without your code: ${arrival.expected})`);
    return true;
  }
  printLine(
    "--",
    arrival.where,
    `${what} ${seen}, and should be ${arrival.expected}: did not arrive in ${waited}`,
  );
  return false;
}

async function tellArrivals(stage: Stage, arrivals: readonly Arrival[]): Promise<boolean> {
  const started = performance.now();
  let complete = true;
  for (const arrival of arrivals) {
    if (stage.stop.aborted) return false;
    const left = Math.max(0, LIMIT_OF_DIFFERENCES - (performance.now() - started));
    complete = (await tellArrival(stage, arrival, stage.mayDiffer ? left : ARRIVAL_LIMIT)) && complete;
  }
  return complete;
}

/** Lets what the author's code does arrive: in the clients, and with an empty queue in the ledger. */
async function settle(stage: Stage): Promise<void> {
  await stage.realm.until(() => isOver(stage), SETTLING);
  const isWritten = async (): Promise<boolean> =>
    (await lookUp(stage.database, "SELECT COUNT(*) FROM dc_journal")) === "0";
  await stage.realm.until(async () => isOver(stage) || (await isWritten()), LIMIT_OF_DIFFERENCES);
}

/** Tells what came about beside the story since it was last told. */
export async function tellBeside(stage: Stage): Promise<void> {
  if (stage.commentary.watches) await settle(stage);
  await stage.commentary.tell(stage, ARTHAS.name, JAINA.name);
}

/** Plays one step and tells what arrived where. Returns whether everything did. */
export async function tellStep(stage: Stage, step: Step, position: string): Promise<boolean> {
  console.log(`\n${position} ${step.title}: ${step.happens}`);
  await step.act();
  const complete = await tellArrivals(stage, step.arrivals);
  await tellBeside(stage);
  if (stage.bridge.hasEnded()) console.log("   The bridge has ended.");
  return complete && !isOver(stage);
}
