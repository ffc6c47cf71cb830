/** How deep handlers may publish from within handlers: deeper is a loop, and is stopped with a report. */
const MAXIMUM_DEPTH = 32;
/** How many publishes one may lead to: two handlers that publish what they hear would hold the world up for hours. */
const MAXIMUM_CASCADE = 100_000;

/** Finds loops of handlers that publish. */
export interface LoopGuard {
  /**
   * Whether one more publish is too much.
   *
   * @param depth How many publishes are under way around it, from 1.
   * @param turn Another number for each outermost publish.
   */
  readonly isLoop: (this: void, depth: number, turn: number) => boolean;
  /** Reports the event that was too much, once for each outermost publish: they come in thousands. */
  readonly drop: (this: void, type: string, depth: number) => void;
}

export function createLoopGuard(report: (this: void, problem: string) => void): LoopGuard {
  let watchedTurn = 0;
  /** Publishes that the outermost one has led to. */
  let cascade = 0;
  let hasReported = false;
  return {
    isLoop(depth, turn) {
      if (turn !== watchedTurn) {
        watchedTurn = turn;
        cascade = 0;
        hasReported = false;
      }
      cascade++;
      return depth >= MAXIMUM_DEPTH || cascade > MAXIMUM_CASCADE;
    },

    drop(type, depth) {
      if (hasReported) return;
      hasReported = true;
      const reason = depth >= MAXIMUM_DEPTH ? `${MAXIMUM_DEPTH} deep` : `${MAXIMUM_CASCADE} times`;
      report(`${type} dropped: handlers publish from within handlers ${reason}`);
    },
  };
}
