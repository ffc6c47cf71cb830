/** How a failure that passes by itself is waited out: a first pause that doubles up to a longest one, in milliseconds. */
export interface RetryPlan {
  readonly reason: "away" | "conflict";
  readonly first: number;
  readonly longest: number;
}

const AWAY: RetryPlan = { reason: "away", first: 100, longest: 5000 };
const CONFLICT: RetryPlan = { reason: "conflict", first: 5, longest: 500 };

/** By the driver's code, or by the server's number where the driver has no name for it. */
const PLANS: Readonly<Record<string, RetryPlan>> = {
  ECONNREFUSED: AWAY,
  ECONNRESET: AWAY,
  EPIPE: AWAY,
  ETIMEDOUT: AWAY,
  EHOSTUNREACH: AWAY,
  ENETUNREACH: AWAY,
  ENOTFOUND: AWAY,
  EAI_AGAIN: AWAY,
  PROTOCOL_CONNECTION_LOST: AWAY,
  PROTOCOL_SEQUENCE_TIMEOUT: AWAY,
  ER_CON_COUNT_ERROR: AWAY,
  ER_TOO_MANY_USER_CONNECTIONS: AWAY,
  ER_SERVER_SHUTDOWN: AWAY,
  ER_NORMAL_SHUTDOWN: AWAY,
  ER_QUERY_INTERRUPTED: AWAY,
  // A replica that is being made the primary.
  ER_OPTION_PREVENTS_STATEMENT: AWAY,
  // MariaDB's ER_CONNECTION_KILLED.
  1927: AWAY,
  ER_LOCK_DEADLOCK: CONFLICT,
  ER_LOCK_WAIT_TIMEOUT: CONFLICT,
};

/** Somebody inserted a row between our read and our write: the transaction is done again and finds it. */
export class RowAppearedError extends Error {
  constructor(table: string, cause: unknown) {
    super(`somebody else inserted a row of the same key into ${table}`, { cause });
  }
}

/** Another bridge has been doing the same for so long that the transaction is done again. */
export class OtherBridgeError extends Error {
  constructor(doing: string) {
    super(`another bridge ${doing}`);
  }
}

interface DriverFailure {
  readonly code?: unknown;
  readonly errno?: unknown;
  readonly fatal?: unknown;
}

/** The plan for `failure`, or undefined if doing the same again would fail again. */
export function retryPlanOf(failure: unknown): RetryPlan | undefined {
  if (failure instanceof RowAppearedError || failure instanceof OtherBridgeError) return CONFLICT;
  if (typeof failure !== "object" || failure === null) return undefined;
  const { code, errno, fatal }: DriverFailure = failure;
  const plan = PLANS[String(code)] ?? PLANS[String(errno)];
  if (plan !== undefined) return plan;
  // The driver marks a dead connection as fatal without a code. A refused login is fatal as well, and has one.
  return fatal === true && code === undefined ? AWAY : undefined;
}

/** Whether `failure` says that a row of the same key is there already. */
export function isDuplicateKey(failure: unknown): boolean {
  return failure instanceof Error && "code" in failure && failure.code === "ER_DUP_ENTRY";
}
