/** What busted says of a run at its end. */
export interface BustedReport {
  /** The closing line itself, as `12 successes / 0 failures / 0 errors / 0 pending : 0.1 seconds`. */
  readonly line: string;
  readonly passed: number;
  /** Failures, errors and pending specs: none of them has shown what it is for. */
  readonly failed: number;
}

/** Busted words one and many differently: `1 success`, `2 successes`. */
const CLOSING_LINE = /^(\d+) success(?:es)? \/ (\d+) failures? \/ (\d+) errors? \/ (\d+) pending.*$/m;

/** Reads the report of busted's plainTerminal; undefined if the run has ended without one. */
export function readBustedReport(output: string): BustedReport | undefined {
  const closing = CLOSING_LINE.exec(output);
  if (closing === null) return undefined;
  const [line, passed, ...failed] = closing;
  return { line, passed: Number(passed), failed: failed.reduce((sum, count) => sum + Number(count), 0) };
}
