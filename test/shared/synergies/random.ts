/** Whole numbers that look random and are the same in JavaScript and every Lua (Park and Miller, 1988). */
export class Random {
  constructor(private state: number) {}

  /** From 0 to `limit` - 1. */
  below(limit: number): number {
    this.state = (this.state * 16807) % 2147483647;
    return this.state % limit;
  }

  of<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }
}
