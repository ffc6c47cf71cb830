/** Unix seconds. `GetGameTime` is userdata on half of the engines. */
export function now(): number {
  return os.time();
}

/** Seconds since the Unix time `time`. Where the clock has been set back meanwhile nobody knows: it counts as long ago. */
export function secondsSince(time: number): number {
  const seconds = now() - time;
  return seconds < 0 ? math.huge : seconds;
}

/** Unix seconds that stand still between two turns of the world, as the core's own game time does. */
export interface TickClock {
  /** What `now` has read in this turn. */
  readonly time: number | undefined;
  readonly now: (this: void) => number;
  /** To be called at the beginning of each turn. */
  readonly startTick: (this: void) => void;
}

/** For what happens often: LuaJIT leaves its compiled code at each `os.time`, so the clock is read once a turn at most. */
export function createTickClock(): TickClock {
  const clock = {
    time: undefined as number | undefined,
    now: () => (clock.time ??= os.time()),
    startTick: () => {
      clock.time = undefined;
    },
  };
  return clock;
}
