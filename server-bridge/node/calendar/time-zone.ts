import type { OffsetAt } from "../../../shared/time/resets";

/** The setting's word for the time zone of this machine. */
export const LOCAL_TIME_ZONE = "local";

const FIELDS = ["year", "month", "day", "hour", "minute", "second"] as const;

function formatIn(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-US", {
    ...(timeZone === LOCAL_TIME_ZONE ? {} : { timeZone }),
    calendar: "iso8601",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
}

/** Whether this Node knows `timeZone`: an IANA name like `Europe/Berlin`, or `local`. */
export function isTimeZone(timeZone: string): boolean {
  try {
    formatIn(timeZone);
    return true;
  } catch {
    return false;
  }
}

/** The zone's own name: of this machine's zone the IANA name, and of several names for one zone always the same. */
export function nameOfZone(timeZone: string): string {
  // Where the system names no zone that Node knows there is no name.
  const { timeZone: name }: { timeZone?: string } = formatIn(timeZone).resolvedOptions();
  return name ?? timeZone;
}

/** The offsets of a time zone, as the IANA database in Node has them. */
export function offsetsOf(timeZone: string): OffsetAt {
  const format = formatIn(timeZone);
  return (unix) => {
    const parts = format.formatToParts(unix * 1000);
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = FIELDS.map((field) =>
      Number(parts.find(({ type }) => type === field)?.value),
    );
    return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - unix;
  };
}
