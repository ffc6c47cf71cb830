import { PROFILE_FIELDS, type ProfileField } from "../../../shared/catalog/profile-fields";
import type { PlayerRecord } from "./player-record";

type FieldValue<F extends ProfileField> = F["type"] extends "boolean" ? boolean : number;

/** The document's `PlayerProfile`: its members' names, with the vault slots also one by one. */
export type PlayerProfile = {
  -readonly [F in ProfileField as F["name"]]: FieldValue<F>;
} & { guid: number; accountId: number; weeklyVaultSlots: [number, number, number] };

/** A copy of what the realm knows, in the document's form. */
export function toProfile(record: PlayerRecord): PlayerProfile {
  const { fields } = record.state;
  const values: Record<string, unknown> = { guid: record.guid, accountId: record.accountId };
  for (const field of PROFILE_FIELDS) {
    const value = fields[field.column];
    values[field.name] = field.type === "boolean" ? value === 1 : value;
  }
  values.weeklyVaultSlots = [
    fields.weekly_vault_slot_1,
    fields.weekly_vault_slot_2,
    fields.weekly_vault_slot_3,
  ];
  return values as PlayerProfile;
}
