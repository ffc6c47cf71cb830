/** 2^32 milliseconds: `GetCurrTime` begins anew after 49.7 days. */
const WRAP = 4294967296;

/** The world's time. Only ticks move it. */
export class Clock {
  private elapsed = 0;

  constructor(private readonly startedAt: number) {}

  advance(milliseconds: number): void {
    this.elapsed += milliseconds;
  }

  /** Milliseconds since the world's start, without wrapping. */
  milliseconds(): number {
    return this.elapsed;
  }

  /** Milliseconds since the world's start as the engines give them. */
  currentTime(): number {
    return this.elapsed % WRAP;
  }

  unixSeconds(): number {
    return this.startedAt + math.floor(this.elapsed / 1000);
  }
}
