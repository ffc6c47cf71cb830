import type { Arrival, Stage, Step } from "./stage";

/** How long a step may take to arrive everywhere, in milliseconds: a patient number, for slow machines. */
const ARRIVAL_LIMIT = 20_000;

function padded(text: string, width: number): string {
  return text.padEnd(width);
}

/** What is there now; a table that the bridge has not made yet is not there. */
async function lookAt(arrival: Arrival): Promise<string> {
  try {
    return await arrival.look();
  } catch (failure) {
    return failure instanceof Error ? failure.message : String(failure);
  }
}

async function tellArrival(stage: Stage, arrival: Arrival): Promise<boolean> {
  const started = performance.now();
  let seen = "";
  // Without a bridge nothing more will come.
  await stage.realm.until(async () => {
    seen = await lookAt(arrival);
    return seen === arrival.expected || stage.bridge.hasEnded();
  }, ARRIVAL_LIMIT);
  const arrived = seen === arrival.expected;
  const waited = `${Math.round(performance.now() - started)} ms`;
  const place = `${padded(arrival.where, 20)} ${padded(arrival.what, 32)}`;
  if (arrived) console.log(`   ok  ${place} ${seen}   (${waited})`);
  else console.log(`   --  ${place} ${seen}, and should be ${arrival.expected}: did not arrive in ${waited}`);
  return arrived;
}

/** Plays one step and tells what arrived where. Returns whether everything did. */
export async function tellStep(stage: Stage, step: Step, position: string): Promise<boolean> {
  console.log(`\n${position} ${step.title}: ${step.happens}`);
  await step.act();
  let complete = true;
  for (const arrival of step.arrivals) complete = (await tellArrival(stage, arrival)) && complete;
  if (stage.bridge.hasEnded()) console.log("   The bridge has ended.");
  return complete;
}
