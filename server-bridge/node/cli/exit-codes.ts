/** What the program's end says to whoever started it; documented in docs/bridge.md. */
export const EXIT = {
  success: 0,
  failure: 1,
  /** A setting or the command line is wrong: starting again without changing it is useless. */
  wrongSettings: 2,
  /** The tables belong to a newer version. */
  newerSchema: 3,
} as const;
