import { execute } from "../support/database";
import { pass, type Realm, startRealm } from "../support/realm";

/** The low GUID of the player who is online. */
export const THRALL = 7;
/** The first boot of an emptied database is not number 1: AUTO_INCREMENT goes on. */
export const BOOT = "(SELECT MAX(boot_id) FROM dc_boot)";

/** A realm on the migrated tables with one player online. ALE stands for all engines where none of them differs. */
export function playing(): Realm {
  const realm = startRealm({ engine: "ale" });
  pass(realm, 200);
  realm.world.login({ name: "Thrall", guid: THRALL, account: 3, level: 80 });
  pass(realm, 200);
  return realm;
}

/** Runs Lua as another script of the server would. */
export function run(realm: Realm, lua: string): unknown[] {
  const [...results] = realm.world.run(lua);
  return results;
}

/** Puts a row into the outbox, as the bridge does. */
export function putIntoOutbox(kind: string, subject = "", amount = 0): void {
  execute(
    `INSERT INTO dc_outbox (realm_id, kind, subject, amount) SELECT realm_id, '${kind}', '${subject}', ${amount} ` +
      `FROM dc_boot WHERE boot_id = ${BOOT}`,
  );
}

/** The same, and lets the realm take it. */
export function tell(realm: Realm, kind: string, subject = "", amount = 0): void {
  putIntoOutbox(kind, subject, amount);
  pass(realm, 600);
}

/** Sets the cap of currency 2, 0 for none, as an admin does, and lets the bridge's notice arrive. */
export function setCap(realm: Realm, cap: number): void {
  execute(`UPDATE dc_currency_definitions SET weekly_cap = ${cap} WHERE currency_id = 2`);
  tell(realm, "config_changed", "dc_currency_definitions");
}

/** A week begins an hour from now, and the bridge says so. */
export function beginWeek(realm: Realm): void {
  const [time] = run(realm, "return os.time()");
  const begin = Number(time) + 3600;
  execute(
    `REPLACE INTO dc_calendar (realm_id, previous_daily_reset, daily_reset, next_daily_reset, weekly_reset, season_id) SELECT realm_id, ${begin - 90000}, ${begin - 3600}, ${begin + 82800}, ${begin}, 0 FROM dc_boot`,
  );
  realm.world.tick(3600 * 1000);
  tell(realm, "weekly_reset", "", begin);
}

/** Applies the queue of the realm as far as these specs need it: the ledger's rows, and the acknowledged number. */
export function acknowledgeAll(): void {
  execute(
    "INSERT INTO dc_ledger (boot_id, sequence, player_guid, kind, subject, subject_id, amount, applied, source, cause, happened_at, request_id) " +
      "SELECT boot_id, sequence, player_guid, kind, subject, subject_id, amount, amount, source, cause, FROM_UNIXTIME(happened_at), request_id FROM dc_journal",
  );
  execute(
    "UPDATE dc_boot b SET acknowledged = (SELECT COALESCE(MAX(sequence), 0) FROM dc_journal j WHERE j.boot_id = b.boot_id)",
  );
  execute("DELETE FROM dc_journal");
}
