/** Runs what may fail, as AIO does: in a pcall by default, which swallows the error or reports it somewhere. */
export class ProtectedCalls {
  private protecting = true;

  /** `report` gets the text of each caught error; on a server it does nothing by default. */
  constructor(private readonly report: (problem: string) => void) {}

  /** Switches the pcall off (errors then reach the host and end the message they happen in) and on again. */
  toggle(): boolean {
    this.protecting = !this.protecting;
    return this.protecting;
  }

  run<Arguments extends unknown[]>(action: (...args: Arguments) => void, ...args: Arguments): void {
    if (!this.protecting) {
      action(...args);
      return;
    }
    const [ok, problem] = pcall(action, ...args);
    if (!ok) this.report(tostring(problem));
  }
}
