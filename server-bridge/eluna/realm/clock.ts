/** Unix seconds. `GetGameTime` is userdata on half of the engines. */
export function now(): number {
  return os.time();
}
