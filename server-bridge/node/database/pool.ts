import { createPool as createDriverPool } from "mysql2";
import type { ConnectionOptions, Pool, PoolConnection } from "mysql2/promise";

export type { Pool, PoolConnection };

const CONNECT_LIMIT_MS = 10_000;

/**
 * Set on each connection, so that the server's own configuration changes nothing. READ COMMITTED locks rows and no gaps,
 * so the realm's INSERTs never wait for a batch; strict mode refuses what does not fit; with backslash escapes in force
 * the driver's quoting is safe.
 */
const SESSION = [
  // A bridge that hangs must not hold the row of a boot for hours: the realm writes to it, and the core has one writer.
  "SET wait_timeout = 60",
  "SET time_zone = '+00:00', sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION', innodb_lock_wait_timeout = 10",
  "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED",
];

/** What a URL says about the connection. The driver takes no `mariadb:` URL and would take options from its query. */
export function connectionOptions(databaseUrl: string): ConnectionOptions & { database: string } {
  const url = new URL(databaseUrl);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? 3306 : Number(url.port),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
    connectTimeout: CONNECT_LIMIT_MS,
    // BIGINTs come as numbers up to 2^53 - 1 and as text beyond, times as text with their microseconds.
    supportBigNumbers: true,
    dateStrings: true,
  };
}

/** The pool of connections. Connects on first use; nothing fails here while the database is away. */
export function createPool(databaseUrl: string, poolSize: number): Pool {
  const pool = createDriverPool({ ...connectionOptions(databaseUrl), connectionLimit: poolSize });
  pool.on("connection", (connection) => {
    for (const statement of SESSION) {
      // Sent before anything else on this connection. Without these settings it must not be used.
      connection.query(statement, (failure) => {
        if (failure !== null) connection.destroy();
      });
    }
  });
  return pool.promise();
}
