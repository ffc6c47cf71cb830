import { execute, select } from "../support/database";
import { pass, type Realm } from "../support/realm";
import { BOOT, run } from "./playing";

/** Inserts a row as another program does: kind, player_guid, name, subject_id, amount, source, payload. */
export function ask(values: string): void {
  execute(
    "INSERT INTO dc_inbox (realm_id, kind, player_guid, name, subject_id, amount, source, payload) " +
      `SELECT realm_id, ${values} FROM dc_boot WHERE boot_id = ${BOOT}`,
  );
}

/** The same with a request_id, an SQL expression. */
export function askNamed(values: string, requestId: string): void {
  execute(
    "INSERT INTO dc_inbox (realm_id, kind, player_guid, name, subject_id, amount, source, payload, request_id) " +
      `SELECT realm_id, ${values}, ${requestId} FROM dc_boot WHERE boot_id = ${BOOT}`,
  );
}

/** Status and reason of every row, in the order of insertion, when the realm has had the time to answer. */
export function answers(realm: Realm): string[][] {
  pass(realm, 3000);
  return select("SELECT status, reason FROM dc_inbox ORDER BY inbox_id");
}

/** The same as one text for each row. */
export function answerTexts(realm: Realm): string[] {
  return answers(realm).map(([status, reason]) => (reason === "" ? `${status}` : `${status}: ${reason}`));
}

/** The player's tokens, as the realm knows them. */
export function tokens(realm: Realm): unknown {
  return run(realm, "return DC.PlayerProfile:GetCurrency(7, 2)")[0];
}
