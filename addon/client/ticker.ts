import { guarded } from "./guard";

type Callback = (this: void, now: number) => void;

/** Something to be called later; `Ticker.cancel` takes it back. */
export interface Task {
  readonly owner: string;
  readonly callback: Callback;
  /** Game time in seconds from which it is called. */
  readonly due: number;
  /** Whether it is called at each picture, not once. */
  readonly repeats: boolean;
  active: boolean;
}

/**
 * Time for a client without C_Timer: one frame that is hidden, and so costs nothing, while there is nothing to wait
 * for. It has no parent: hiding the interface must not stop the clock.
 */
export class Ticker {
  private readonly frame = CreateFrame("Frame");
  private tasks: Task[] = [];

  constructor() {
    this.frame.Hide();
    this.frame.SetScript("OnUpdate", () => {
      this.run();
    });
  }

  /** Calls `callback` once, at the first picture after `seconds` have passed. */
  after(seconds: number, owner: string, callback: Callback): Task {
    return this.add({ owner, callback, due: GetTime() + seconds, repeats: false, active: true });
  }

  /** Calls `callback` at each picture until it is cancelled. */
  everyPicture(owner: string, callback: Callback): Task {
    return this.add({ owner, callback, due: 0, repeats: true, active: true });
  }

  cancel(task: Task | undefined): void {
    if (task === undefined || !task.active) return;
    task.active = false;
    const left: Task[] = [];
    for (const other of this.tasks) {
      if (other.active) left.push(other);
    }
    this.tasks = left;
    if (left.length === 0) this.frame.Hide();
  }

  private add(task: Task): Task {
    this.tasks.push(task);
    this.frame.Show();
    return task;
  }

  /** Walks the list as it stood at the start of the picture: callbacks add and cancel. */
  private run(): void {
    const now = GetTime();
    const tasks = this.tasks;
    const count = tasks.length;
    for (let index = 0; index < count; index++) {
      const task = tasks[index];
      if (task !== undefined && task.active && now >= task.due) {
        if (!task.repeats) this.cancel(task);
        guarded(task.owner, task.callback, now);
      }
    }
  }
}
