const FIRST_WAIT_SECONDS = 1;
const GROWTH = 1.5;

/** Asks the server again and again until it answers: after 1, 1, 1.5, 2.25, ... seconds, without an end. */
export function askUntilAnswered(ask: () => void, isWaiting: () => boolean): void {
  let wait = FIRST_WAIT_SECONDS;
  let next = FIRST_WAIT_SECONDS;
  let passed = 0;
  const frame = CreateFrame("Frame");
  frame.SetScript("OnUpdate", (_frame, elapsed) => {
    if (!isWaiting()) {
      frame.SetScript("OnUpdate", undefined);
      return;
    }
    passed += elapsed;
    if (passed < wait) return;
    passed = 0;
    wait = next;
    next *= GROWTH;
    ask();
  });
}
