import { pino } from "pino";

import type { Logger } from "../../server-bridge/node/log/logger";

/** A log whose messages a test reads. */
export interface KeptLog {
  readonly log: Logger;
  /** The messages since the last call. */
  take(this: void): string[];
}

export function keepLog(): KeptLog {
  let messages: string[] = [];
  const log = pino(
    {},
    { write: (line: string) => messages.push(String((JSON.parse(line) as { msg: unknown }).msg)) },
  );
  const take = (): string[] => {
    const taken = messages;
    messages = [];
    return taken;
  };
  return { log, take };
}
