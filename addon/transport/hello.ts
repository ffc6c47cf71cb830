import { MESSAGES, PROTOCOL_VERSION } from "../../shared/catalog/messages";
import type { DataSetName, Holding } from "../../shared/wire/payloads";
import type { Task, Ticker } from "../client/ticker";
import type { Revisions } from "./revisions";

/** Seconds from one hello to the next while nothing answers; the last is repeated. */
const BACKOFF = [5, 10, 20, 40, 60] as const;
const LONGEST_WAIT = 60;
/** Seconds that pass between two hellos at the least, however many gaps are seen. */
const SHORTEST_WAIT = 5;
/** How often a realm that has spoken is asked for a data set that it never sent. */
const PATIENCE = 2;

export type SendHello = (this: void, version: string, protocol: number, holding: Holding) => void;

/**
 * Tells the realm what the addon holds, so that it sends what is missing.
 *
 * - silent: hellos are sent, further and further apart, because AIO loses messages and a realm may start later.
 *   Left when the realm sends anything.
 * - incomplete: the realm has spoken, but a gap was seen or a data set has not come. The hello is repeated; for a
 *   set that never comes only `PATIENCE` times. Left when all sets are whole.
 * - in step: no timer runs.
 */
export class Hello {
  private attempts = 0;
  private lastSent: number | undefined;
  private timer: Task | undefined;
  private spoken = false;
  private readonly gaps: Partial<Record<DataSetName, true | undefined>> = {};

  constructor(
    private readonly version: string,
    private readonly revisions: Revisions,
    private readonly ticker: Ticker,
    private readonly send: SendHello,
  ) {}

  /** Starts a session: called when the player is in the world. */
  start(): void {
    this.attempts = 0;
    this.say();
  }

  /** The realm has sent anything at all. */
  heard(): void {
    if (!this.spoken) {
      this.spoken = true;
      this.attempts = 1;
      this.wait(SHORTEST_WAIT);
    }
    this.settle();
  }

  /** What is held of `set` is whole again. */
  closeGap(set: DataSetName): void {
    this.gaps[set] = undefined;
    this.settle();
  }

  /** An update of `set` does not fit on what is held. */
  openGap(set: DataSetName): void {
    this.gaps[set] = true;
    this.attempts = 0;
    const now = GetTime();
    const wait = this.lastSent === undefined ? 0 : this.lastSent + SHORTEST_WAIT - now;
    if (wait <= 0) this.say();
    else this.wait(wait);
  }

  private say(): void {
    this.lastSent = GetTime();
    this.wait(BACKOFF[this.attempts] ?? LONGEST_WAIT);
    this.attempts++;
    this.send(this.version, PROTOCOL_VERSION, this.revisions.holding());
  }

  private wait(seconds: number): void {
    this.ticker.cancel(this.timer);
    this.timer = this.ticker.after(seconds, MESSAGES.hello.name, () => {
      this.say();
      this.settle();
    });
  }

  private settle(): void {
    if (this.isInStep()) this.ticker.cancel(this.timer);
  }

  private isInStep(): boolean {
    if (!this.spoken || this.hasGap()) return false;
    return !this.revisions.lacksAny() || this.attempts > PATIENCE;
  }

  private hasGap(): boolean {
    return next(this.gaps)[0] !== undefined;
  }
}
