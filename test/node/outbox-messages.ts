import type { Pool } from "../../server-bridge/node/database/pool";
import { execute, type Row, select, wholeNumber } from "../../server-bridge/node/database/query";

async function take(pool: Pool, condition: string): Promise<Row[]> {
  const rows = await select(
    pool,
    `SELECT outbox_id, realm_id, kind, subject, amount FROM dc_outbox WHERE ${condition} ORDER BY realm_id, outbox_id`,
  );
  for (const { outbox_id } of rows) {
    await execute(pool, "DELETE FROM dc_outbox WHERE outbox_id = ?", [wholeNumber(outbox_id)]);
  }
  return rows;
}

/** The tables that the realms are told to read again, as `realm table`; taken. */
export async function takeConfig(pool: Pool): Promise<string[]> {
  const rows = await take(pool, "kind = 'config_changed'");
  return rows.map(({ realm_id, subject }) => `${String(realm_id)} ${String(subject)}`);
}

/** What the calendar has told the realms, as `realm kind amount`; taken. */
export async function takeOccasions(pool: Pool): Promise<string[]> {
  const rows = await take(pool, "kind IN ('daily_reset', 'weekly_reset', 'season_start', 'season_end')");
  return rows.map(({ realm_id, kind, amount }) => `${String(realm_id)} ${String(kind)} ${String(amount)}`);
}
