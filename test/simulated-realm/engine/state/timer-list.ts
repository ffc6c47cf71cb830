import { pack } from "../lua/packed";
import type { Callback } from "../objects/arguments";
import { push } from "../objects/engine-value";
import type { Entity } from "../objects/entity";
import type { LuaState } from "./lua-state";

interface Timer {
  readonly id: number;
  readonly handler: Callback;
  readonly least: number;
  readonly most: number;
  /** Calls that are left; 0 is without end. */
  repeats: number;
  delay: number;
  due: number;
  readonly owner: Entity | undefined;
  cancelled: boolean;
}

/** An update of ALE that ran this many timers of delay 0 will never end. */
const ENDLESS = 1000;

/** Timers of one state. The time is the sum of the update's differences: a resolution of one tick, no catching up. */
export class TimerList {
  private time = 0;
  private timers: Timer[] = [];
  private readonly byId: Record<number, Timer | undefined> = {};
  private readonly freeIds: number[] = [];
  private lastId = 0;

  constructor(private readonly state: LuaState) {}

  /** Starts a timer and gives its id, which is used again after the timer's end. */
  add(handler: Callback, least: number, most: number, repeats: number, owner?: Entity): number {
    const id = this.freeIds.pop() ?? ++this.lastId;
    const timer: Timer = {
      id,
      handler,
      least,
      most,
      repeats,
      delay: 0,
      due: 0,
      owner,
      cancelled: false,
    };
    this.byId[id] = timer;
    this.schedule(timer);
    return id;
  }

  cancel(id: number): void {
    const timer = this.byId[id];
    if (timer !== undefined) timer.cancelled = true;
  }

  /** Ends the timers of `owner`; nil stands for the global ones. */
  cancelAll(owner: Entity | undefined): void {
    for (const timer of this.timers) if (timer.owner === owner) timer.cancelled = true;
  }

  /** Ends every timer, as a reload does before hook 16. */
  clear(): void {
    for (const timer of this.timers) timer.cancelled = true;
  }

  update(difference: number): void {
    this.time += difference;
    if (this.state.data.multistate) this.runOnce();
    else this.runUntilNoneIsDue();
  }

  /** Eluna: what is due at the beginning of the update runs once. */
  private runOnce(): void {
    const due: Timer[] = [];
    for (const timer of this.timers) if (timer.due <= this.time) due.push(timer);
    for (const timer of due) this.run(timer);
  }

  /** ALE: takes the earliest timer again and again, so that a delay of 0 is due for ever. */
  private runUntilNoneIsDue(): void {
    let immediate = 0;
    let next = this.timers[0];
    while (next !== undefined && next.due <= this.time) {
      if (next.delay === 0) immediate++;
      if (immediate > ENDLESS)
        this.state.world.freeze("an event of delay 0 that never leaves the update loop");
      this.run(next);
      next = this.timers[0];
    }
  }

  private run(timer: Timer): void {
    this.timers = this.timers.filter((other) => other !== timer);
    if (!timer.cancelled && timer.owner?.gone !== true) this.fire(timer);
    const isLast = timer.repeats === 1;
    if (timer.cancelled || isLast || timer.owner?.gone === true) {
      this.byId[timer.id] = undefined;
      this.freeIds.push(timer.id);
      return;
    }
    if (timer.repeats > 1) timer.repeats--;
    this.schedule(timer);
  }

  private fire(timer: Timer): void {
    const state = this.state;
    state.inCall(() => {
      state.call(timer.handler, pack(timer.id, timer.delay, timer.repeats, push(state, timer.owner)));
    });
  }

  /** Keeps the list in the order of time, first come first served within a millisecond. */
  private schedule(timer: Timer): void {
    timer.delay = timer.least === timer.most ? timer.least : math.random(timer.least, timer.most);
    timer.due = this.time + timer.delay;
    let position = this.timers.length;
    while (position > 0 && (this.timers[position - 1]?.due ?? 0) > timer.due) position--;
    table.insert(this.timers, position + 1, timer);
  }
}
