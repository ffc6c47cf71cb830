import { advanceAnimations } from "./widgets/animation";
import { framesWithUpdate, runScript } from "./widgets/scripts";
import { isVisible } from "./widgets/visibility";

/** The longest time between two pictures; a longer tick becomes several. */
const longestStep = 0.05;

/** The machine has been up for a while when the client starts. */
const startTime = 1000;
const startDate = os.time();
let elapsed = 0;

/** `GetTime`: seconds, moved by ticks only. */
export function now(): number {
  return startTime + elapsed;
}

/** Seconds since 1970, moved by ticks only. */
export function today(): number {
  return startDate + math.floor(elapsed);
}

/** What happens at the next picture: answers of the server that do not come at once. */
let nextStep: (() => void)[] = [];

export function atNextStep(action: () => void): void {
  nextStep.push(action);
}

function runStep(step: number): void {
  elapsed += step;
  const due = nextStep;
  nextStep = [];
  for (const action of due) action();
  for (const state of framesWithUpdate()) {
    if (isVisible(state)) runScript(state, "OnUpdate", step);
  }
  advanceAnimations(step);
}

/** Lets the client draw pictures for some seconds. */
export function tick(seconds: number): void {
  const steps = math.ceil(seconds / longestStep - 1e-9);
  for (let step = 0; step < steps; step++) runStep(seconds / steps);
}

/** Visible frames with an OnUpdate script. */
export function onUpdateCount(): number {
  let count = 0;
  for (const state of framesWithUpdate()) {
    if (isVisible(state)) count++;
  }
  return count;
}
