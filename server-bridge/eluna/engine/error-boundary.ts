import { textOf } from "../../../shared/language/text-of";
/** How many different texts are remembered; beyond that one may be reported again. */
const MOST_TEXTS = 100;

/** Work that must not fail as a whole because a part of it does: what a part raises is reported, each text once, and ends there. */
export class ErrorBoundary {
  private reported = new LuaTable<string, true>();
  private count = 0;

  /** @param report Writes a line into the log. */
  constructor(private readonly report: (this: void, problem: string) => void) {}

  /**
   * Runs `work`, whatever it raises.
   *
   * @param part What the log calls it.
   * @returns Whether it came to its end.
   */
  run<Values extends unknown[]>(
    part: string,
    work: (this: void, ...values: Values) => void,
    ...values: Values
  ): boolean {
    const [succeeded, failure] = pcall(work, ...values);
    if (!succeeded) this.tell(`${part} failed: ${textOf(failure)}`);
    return succeeded;
  }

  /** Reports the failure of a part that was caught elsewhere. */
  tell(problem: string): void {
    if (this.reported.has(problem)) return;
    if (this.count >= MOST_TEXTS) {
      this.reported = new LuaTable();
      this.count = 0;
    }
    this.reported.set(problem, true);
    this.count++;
    this.report(problem);
  }
}
