/** A rate limit: `take` fails when a sender has used up what comes back over time. */
export class TokenBucket {
  private tokens: number;
  private filledAt: number;

  /**
   * @param capacity Tokens that a sender may use at once.
   * @param perSecond Tokens that come back.
   * @param now Seconds of any clock that does not run backwards by much.
   */
  constructor(
    private readonly capacity: number,
    private readonly perSecond: number,
    now: number,
  ) {
    this.tokens = capacity;
    this.filledAt = now;
  }

  /** Takes `cost` tokens, or none and returns false when there are too few. */
  take(cost: number, now: number): boolean {
    if (now > this.filledAt) {
      this.tokens = Math.min(this.capacity, this.tokens + (now - this.filledAt) * this.perSecond);
      this.filledAt = now;
    }
    if (this.tokens < cost) return false;
    this.tokens -= cost;
    return true;
  }
}
