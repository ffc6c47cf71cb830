import { inWords, type SeasonRow } from "./seasons";

/** The seasons that have started and ended in a realm, by their ids. */
export interface PastSeasons {
  readonly started: ReadonlySet<number>;
  readonly ended: ReadonlySet<number>;
}

/** What a realm knows of its seasons. */
export interface SeasonHistory extends PastSeasons {
  /** The one that started last, or 0. */
  readonly last: number;
  /** The one that ran at the last look, or 0. */
  readonly ran: number;
}

export interface SeasonMoment {
  /** In the order of their starts. */
  readonly seasons: readonly SeasonRow[];
  readonly now: number;
  /** A moment before the last look: what was over then is history that an admin has entered. */
  readonly lastLook: number;
}

export interface SeasonChange {
  readonly kind: "start" | "end";
  readonly id: number;
  /** When it was due, in Unix seconds. */
  readonly at: number;
}

export interface SeasonPlan {
  /** Ordered as they happen, but for ends of seasons that another has taken the place of. */
  readonly changes: readonly SeasonChange[];
  /** The season that runs after them, or 0. */
  readonly running: number;
  /** The season that started last, or 0. */
  readonly last: number;
  /** What an admin should know of rows that do not count as they say. */
  readonly complaints: readonly string[];
}

/** Walks from what a realm knows to what is due. One season runs at a time: another starts when the last has ended. */
class SeasonWalk {
  readonly changes: SeasonChange[] = [];
  private readonly started: Set<number>;
  private last: number;
  private isOpen: boolean;
  /** When the last season ended. */
  private reached = 0;

  constructor(
    private readonly history: SeasonHistory,
    private readonly moment: SeasonMoment,
  ) {
    this.started = new Set(history.started);
    this.last = history.started.has(history.last) ? history.last : this.newestOpen();
    this.isOpen = history.started.has(this.last) && !history.ended.has(this.last);
    // Of a season that has ended the row may say anything by now.
    if (!this.isOpen) this.reached = Math.min(this.row()?.ends_at ?? 0, moment.now);
  }

  walk(): SeasonPlan {
    this.endThoseWithoutTurn();
    while (this.isOpen ? this.end() : this.start());
    const running = this.isOpen && this.row() !== undefined ? this.last : 0;
    return { changes: this.changes, running, last: this.last, complaints: this.complaints() };
  }

  private row(): SeasonRow | undefined {
    return this.moment.seasons.find(({ season_id }) => season_id === this.last);
  }

  /** Stands in for the one that started last where somebody has deleted what was known of it. */
  private newestOpen(): number {
    const { started, ended } = this.history;
    const open = this.moment.seasons.filter(
      ({ season_id }) => started.has(season_id) && !ended.has(season_id),
    );
    return open.at(-1)?.season_id ?? 0;
  }

  /** A season that runs has not ended in the past, nor before its start, whatever somebody writes into its row since. */
  private hasFalseEnd({ season_id, starts_at, ends_at }: SeasonRow): boolean {
    return starts_at >= ends_at || (season_id === this.history.ran && ends_at <= this.moment.lastLook);
  }

  private end(): boolean {
    const row = this.row();
    if (row === undefined || row.ends_at === 0) return false;
    if (row.ends_at > this.moment.now || this.hasFalseEnd(row)) return false;
    this.changes.push({ kind: "end", id: this.last, at: row.ends_at });
    this.isOpen = false;
    this.reached = row.ends_at;
    return true;
  }

  /** Whether the season should have started and has not. */
  private isDue({ season_id, fault, starts_at, ends_at }: SeasonRow): boolean {
    const { now, lastLook } = this.moment;
    if (fault !== undefined || this.started.has(season_id) || this.history.ended.has(season_id)) return false;
    return starts_at <= now && (ends_at === 0 || ends_at > Math.max(lastLook, this.reached));
  }

  private start(): boolean {
    const next = this.moment.seasons.find((season) => this.isDue(season));
    if (next === undefined) return false;
    this.changes.push({ kind: "start", id: next.season_id, at: Math.max(next.starts_at, this.reached) });
    this.started.add(next.season_id);
    this.last = next.season_id;
    this.isOpen = true;
    return true;
  }

  /** Seasons that started and have not ended when another started, as versions before this one let them. */
  private endThoseWithoutTurn(): void {
    const { started, ended } = this.history;
    for (const { season_id, ends_at } of this.moment.seasons) {
      const isLeft = started.has(season_id) && !ended.has(season_id) && season_id !== this.last;
      if (!isLeft || ends_at === 0 || ends_at > this.moment.now) continue;
      this.changes.push({ kind: "end", id: season_id, at: ends_at });
    }
  }

  private complaints(): string[] {
    if (!this.isOpen) return [];
    const waiting = this.moment.seasons.filter((season) => this.isDue(season));
    const complaint = this.complaintOfRunning(this.row());
    return [
      ...(complaint === undefined ? [] : [complaint]),
      ...waiting.map(
        (season) => `${nameOf(season)} should have started, and waits until season ${this.last} has ended`,
      ),
    ];
  }

  private complaintOfRunning(row: SeasonRow | undefined): string | undefined {
    if (row === undefined) {
      return `season ${this.last} has started and not ended, and its row is gone: no season runs, and none starts until it is entered again`;
    }
    const { fault, starts_at, ends_at } = row;
    if (fault !== undefined) return `${nameOf(row)} has started and runs on, although ${fault}`;
    if (ends_at !== 0 && this.hasFalseEnd(row)) {
      return `${nameOf(row)} ran after ${inWords(ends_at)}, so it has not ended then, and runs on: to end it now, set ends_at to CURRENT_TIMESTAMP`;
    }
    if (starts_at > this.moment.now) {
      return `${nameOf(row)} has started and runs on, although its starts_at is ${inWords(starts_at)} now`;
    }
    return undefined;
  }
}

function nameOf({ season_id, name }: SeasonRow): string {
  return `season ${season_id} '${name}'`;
}

/** What is due of seasons. Each starts once and ends once, by its id, and what has started stays until it ends. */
export function planSeasons(history: SeasonHistory, moment: SeasonMoment): SeasonPlan {
  return new SeasonWalk(history, moment).walk();
}
