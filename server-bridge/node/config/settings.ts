import { z } from "zod";

import { isTimeZone, LOCAL_TIME_ZONE } from "../calendar/time-zone";

/** What a setting holds, with the range of its numbers. */
export type SettingType =
  | { readonly is: "url" }
  | { readonly is: "time zone" }
  | { readonly is: "choice"; readonly of: readonly string[] }
  | { readonly is: "integer"; readonly minimum: number; readonly maximum: number; readonly unit: string };

interface SettingRow {
  /** Key in the configuration file. */
  readonly name: string;
  readonly environment: string;
  readonly type: SettingType;
  /** Undefined for a setting that must be given. */
  readonly fallback?: string | number;
  readonly description: string;
}

function integer(minimum: number, maximum: number, unit: string): SettingType & { is: "integer" } {
  return { is: "integer", minimum, maximum, unit };
}

/** Every setting of the bridge, once: the validation, the types and the table in docs/bridge.md come from here. */
export const SETTINGS = [
  {
    name: "databaseUrl",
    environment: "DC_DATABASE_URL",
    type: { is: "url" },
    description: "The characters database: `mysql://user:password@host:3306/acore_characters`",
  },
  {
    name: "logFormat",
    environment: "DC_LOG_FORMAT",
    type: { is: "choice", of: ["auto", "pretty", "json"] },
    fallback: "auto",
    description: "`auto` writes plain lines to a terminal and JSON to anything else",
  },
  {
    name: "logLevel",
    environment: "DC_LOG_LEVEL",
    type: { is: "choice", of: ["error", "warn", "info", "debug"] },
    fallback: "info",
    description: "The least severe message that is still written",
  },
  {
    name: "poolSize",
    environment: "DC_POOL_SIZE",
    type: integer(2, 50, "connections"),
    fallback: 4,
    description: "The most connections to the database at one time",
  },
  {
    name: "batchSize",
    environment: "DC_BATCH_SIZE",
    type: integer(1, 10_000, "operations"),
    fallback: 1000,
    description: "The most operations that one transaction applies",
  },
  {
    name: "pollInterval",
    environment: "DC_POLL_INTERVAL",
    type: integer(10, 60_000, "ms"),
    fallback: 100,
    description: "Pause before the queue is looked at again once it is empty",
  },
  {
    name: "gapGrace",
    environment: "DC_GAP_GRACE",
    type: integer(1, 86_400, "s"),
    fallback: 60,
    description:
      "How long a realm that has since started again must be silent before its missing rows are given up",
  },
  {
    name: "watchInterval",
    environment: "DC_WATCH_INTERVAL",
    type: integer(50, 60_000, "ms"),
    fallback: 500,
    description: "Pause between two looks for rows that somebody else inserted or changed",
  },
  {
    name: "deletionInterval",
    environment: "DC_DELETION_INTERVAL",
    type: integer(100, 600_000, "ms"),
    fallback: 2000,
    description: "Pause between two looks for rows of online players that somebody else deleted",
  },
  {
    name: "realmLost",
    environment: "DC_REALM_LOST",
    type: integer(10, 86_400, "s"),
    fallback: 300,
    description: "A realm that has been silent for longer is told of no changes until it is back",
  },
  {
    name: "outboxAge",
    environment: "DC_OUTBOX_AGE",
    type: integer(60, 2_592_000, "s"),
    fallback: 3600,
    description: "Age at which a message that no realm has taken is deleted; resets and seasons are kept",
  },
  {
    name: "timeZone",
    environment: "DC_TIME_ZONE",
    type: { is: "time zone" },
    fallback: LOCAL_TIME_ZONE,
    description:
      "Where the realms' days begin: a name like `Europe/Berlin`; `local` is the machine's time zone",
  },
  {
    name: "dailyResetHour",
    environment: "DC_DAILY_RESET_HOUR",
    type: integer(0, 23, "h"),
    fallback: 6,
    description: "Hour of the daily and the weekly reset in that time zone",
  },
  {
    name: "weeklyResetDay",
    environment: "DC_WEEKLY_RESET_DAY",
    type: integer(0, 6, "weekday"),
    fallback: 3,
    description: "Day of the weekly reset, from 0 for Sunday to 6 for Saturday",
  },
  {
    name: "stopLimit",
    environment: "DC_STOP_LIMIT",
    type: integer(1, 600, "s"),
    fallback: 20,
    description: "How long a stop may take before the batch under way is abandoned",
  },
] as const satisfies readonly SettingRow[];

type Row = (typeof SETTINGS)[number];
type ValueOf<T extends SettingType> = T extends { is: "integer" }
  ? number
  : T extends { is: "choice"; of: readonly (infer Choice)[] }
    ? Choice
    : string;

/** The checked settings. */
export type Settings = { readonly [R in Row as R["name"]]: ValueOf<R["type"]> };

/** A URL may hold a % that begins no character, in a password that was pasted as it is. */
function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function isDatabaseUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (!isDecodable(text)) return false;
  const known = url.protocol === "mysql:" || url.protocol === "mariadb:";
  return known && url.hostname !== "" && url.username !== "" && /^\/[^/]+$/.test(url.pathname);
}

/** The message never shows the value: it may hold a password. */
const databaseUrl = z.string("must be a string").refine(isDatabaseUrl, {
  error: "must look like mysql://user:password@host:port/database",
});

const timeZone = z.string("must be a string").refine(isTimeZone, {
  error: "must be a time zone like Europe/Berlin, or local",
});

function schemaOfType(type: SettingType): z.ZodType {
  if (type.is === "url") return databaseUrl;
  if (type.is === "time zone") return timeZone;
  if (type.is === "choice") return z.enum(type.of, `must be one of ${type.of.join(", ")}`);
  const range = `must be a whole number from ${type.minimum} to ${type.maximum} (${type.unit})`;
  return z.coerce.number(range).int(range).min(type.minimum, range).max(type.maximum, range);
}

function schemaOf(row: SettingRow): z.ZodType {
  return row.fallback === undefined
    ? z.preprocess((value) => value ?? "", schemaOfType(row.type))
    : schemaOfType(row.type).default(row.fallback);
}

/** Accepts what file and environment hold together, and refuses keys that are no setting. */
export const settingsSchema = z.strictObject(
  Object.fromEntries(SETTINGS.map((row: SettingRow) => [row.name, schemaOf(row)])),
);
