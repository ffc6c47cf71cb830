/** Unix seconds. `GetGameTime` is userdata on half of the engines. */
export function now(): number {
  return os.time();
}

/** Seconds since the Unix time `time`. Where the clock has been set back meanwhile nobody knows: it counts as long ago. */
export function secondsSince(time: number): number {
  const seconds = now() - time;
  return seconds < 0 ? math.huge : seconds;
}
