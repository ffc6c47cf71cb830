import { once } from "node:events";
import { runBridge } from "../../../server-bridge/node/bridge";
import { loadSettings } from "../../../server-bridge/node/config/load-settings";
import type { Repetition } from "../../../server-bridge/node/lifecycle/repeat";
import { keepLog } from "../../node/kept-log";
import { TICK } from "../../simulated-realm/host/simulated-realm";

interface Appointment {
  readonly task: Repetition;
  /** Milliseconds on the bridge's clock. */
  at: number;
}

/**
 * The real bridge with the settings that it has when nobody sets any, on a clock that stands still but for `pass`. A look takes none
 * of this time, so what a test counts is what the intervals cost, on a machine of any speed.
 */
export class SimulatedBridge {
  private readonly kept = keepLog();
  private readonly stop = new AbortController();
  private readonly appointments: Appointment[] = [];
  private readonly ended: Promise<void>;
  private now = 0;

  private constructor(databaseUrl: string, ready: () => void) {
    const settings = loadSettings({ DC_DATABASE_URL: databaseUrl });
    this.ended = runBridge(settings, this.kept.log, this.stop.signal, async (task) => {
      this.appointments.push({ task, at: this.now });
      ready();
      await once(task.stop, "abort");
    });
  }

  /** Starts the bridge. Its first looks are due at once. @throws what keeps it from starting. */
  static async start(databaseUrl: string): Promise<SimulatedBridge> {
    return new Promise((resolve, reject) => {
      const bridge: SimulatedBridge = new SimulatedBridge(databaseUrl, () => resolve(bridge));
      bridge.ended.catch(reject);
    });
  }

  /** Does what is due in the next `milliseconds`, and when it returns nothing is under way. @throws what a task throws. */
  async pass(milliseconds: number): Promise<void> {
    for (let passed = 0; passed < milliseconds; passed += TICK) {
      this.now += TICK;
      for (const appointment of this.appointments) await this.keep(appointment);
    }
  }

  private async keep(appointment: Appointment): Promise<void> {
    const { task, at } = appointment;
    if (at > this.now) return;
    const { again } = await task.run();
    if (again) await this.keep(appointment);
    else appointment.at = this.now + task.interval;
  }

  /** Whether the task of that name has just been done, so that the next time is as far off as it can be. */
  hasJustDone(name: string): boolean {
    const appointment = this.appointments.find(({ task }) => task.name === name);
    if (appointment === undefined) throw new Error(`the bridge has no task '${name}'`);
    return appointment.at - this.now === appointment.task.interval;
  }

  /** What it has logged since the last call. */
  takeLog(): string[] {
    return this.kept.take();
  }

  async close(): Promise<void> {
    this.stop.abort();
    await this.ended;
  }
}
