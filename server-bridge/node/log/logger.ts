import { type Logger, pino } from "pino";
import { PinoPretty } from "pino-pretty";

import type { Settings } from "../config/settings";

export type { Logger };

function isPretty(format: Settings["logFormat"]): boolean {
  return format === "pretty" || (format === "auto" && process.stdout.isTTY);
}

/** The driver hangs the whole statement on its errors: hundreds of kilobytes for a batch. */
function withoutStatement(failure: Error): object {
  return { ...pino.stdSerializers.err(failure), sql: undefined };
}

/** The log on standard output: plain lines for a person, JSON for a machine. Written at once, so a crash loses none. */
export function createLogger(settings: Pick<Settings, "logFormat" | "logLevel">): Logger {
  const options = { level: settings.logLevel, base: null, serializers: { err: withoutStatement } };
  if (!isPretty(settings.logFormat)) {
    return pino({ ...options, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ sync: true }));
  }
  const stream = PinoPretty({ sync: true, singleLine: true, translateTime: "SYS:HH:MM:ss" });
  return pino(options, stream);
}
