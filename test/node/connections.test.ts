import { expect, test } from "vitest";
import { createPool } from "../../server-bridge/node/database/pool";
import { select } from "../../server-bridge/node/database/query";
import { createDatabase } from "../database";

test("a connection of a bridge that hangs is ended by the database within a minute, and its locks with it", async () => {
  const database = await createDatabase();
  const pool = createPool(database.url, 1);
  const [row] = await select(pool, "SELECT @@SESSION.wait_timeout AS seconds, @@SESSION.time_zone AS zone");
  expect(row).toEqual({ seconds: 60, zone: "+00:00" });
  await pool.end();
  await database.drop();
});
