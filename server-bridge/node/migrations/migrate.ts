import mysql, { type Connection } from "mysql2/promise";
import Postgrator from "postgrator";

import { connectionOptions } from "../database/pool";
import { select, wholeNumber } from "../database/query";
import type { Logger } from "../log/logger";
import { findMigrationsFolder } from "./migrations-folder";

export const MIGRATIONS_TABLE = "dc_schema_migrations";
const LOCK_WAIT_S = 60;

/** The tables were made by a newer version: this program does not know what they mean. */
export class NewerSchemaError extends Error {
  constructor(database: number, program: number) {
    super(
      `The database has schema version ${database}, this program knows versions up to ${program}. ` +
        "Start the newer dc-bridge that was here before, or restore the database from a backup of the older version.",
    );
  }
}

/** Folder names may hold characters that mean something in the pattern. */
function patternFor(folder: string): string {
  const slashed = folder.replaceAll("\\", "/");
  return `${slashed.replace(/[[\]{}()*?!+@]/g, "[$&]")}/*.sql`;
}

/** DDL cannot be rolled back: what a migration made before it failed is there, and running it again would collide. */
class HalfMigratedError extends Error {
  constructor(step: Postgrator.Migration, cause: unknown) {
    super(
      `Migration ${step.version} (${step.name}) stopped halfway: ${cause instanceof Error ? cause.message : String(cause)}. ` +
        "Restore the database from a backup, or undo by hand what the migration's file has done, and start again.",
      { cause },
    );
  }
}

function createPostgrator(connection: Connection, database: string): Postgrator {
  const run = async (sql: string): Promise<{ rows: mysql.RowDataPacket[] }> => {
    const [rows] = await connection.query<mysql.RowDataPacket[]>(sql);
    return { rows };
  };
  return new Postgrator({
    driver: "mysql",
    database,
    schemaTable: MIGRATIONS_TABLE,
    migrationPattern: patternFor(findMigrationsFolder()),
    // The checksum must not depend on how git wrote line ends.
    newline: "LF",
    execQuery: run,
    execSqlScript: async (sql) => void (await run(sql)),
  });
}

async function applyMigrations(connection: Connection, database: string, log: Logger): Promise<void> {
  const postgrator = createPostgrator(connection, database);
  const newest = await postgrator.getMaxVersion();
  const version = await postgrator.getDatabaseVersion();
  if (version > newest) throw new NewerSchemaError(version, newest);
  let current: Postgrator.Migration | undefined;
  postgrator.on("migration-started", (step) => {
    current = step;
    log.info(`migration ${step.version}: ${step.name}`);
  });
  try {
    await postgrator.migrate();
  } catch (failure) {
    throw current === undefined ? failure : new HalfMigratedError(current, failure);
  }
  log.info(current === undefined ? `schema version ${newest} is current` : `schema is at version ${newest}`);
}

/** The lock is of the whole server, hence the database's name in it. It ends with the connection. */
async function lockMigrations(connection: Connection): Promise<void> {
  const sql = `SELECT GET_LOCK(CONCAT('dc_migrate.', MD5(DATABASE())), ${LOCK_WAIT_S}) AS locked`;
  const [row] = await select(connection, sql);
  if (wholeNumber(row?.locked) !== 1) {
    throw new Error(`another dc-bridge has been migrating this database for ${LOCK_WAIT_S} s`);
  }
}

/**
 * Brings the database's tables to this program's version. Several bridges may do it at once: one works, the others
 * wait for it.
 *
 * @throws {NewerSchemaError} If the tables belong to a newer version.
 */
export async function migrate(databaseUrl: string, log: Logger): Promise<void> {
  const options = connectionOptions(databaseUrl);
  const connection = await mysql.createConnection({ ...options, multipleStatements: true });
  try {
    await connection.query("SET time_zone = '+00:00'");
    await lockMigrations(connection);
    await applyMigrations(connection, options.database, log);
  } finally {
    connection.destroy();
  }
}
