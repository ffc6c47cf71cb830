import { FIELD_INDEX, PROFILE_FIELDS, type ProfileField } from "../../../shared/catalog/profile-fields";
import type { PlayerRecord } from "./player-record";

type FieldValue<F extends ProfileField> = F["type"] extends "boolean" ? boolean : number;

/** The document's `PlayerProfile`: its members' names, with the vault slots also one by one. */
export type PlayerProfile = {
  -readonly [F in ProfileField as F["name"]]: FieldValue<F>;
} & { guid: number; accountId: number; weeklyVaultSlots: [number, number, number] };

/** A copy of what the realm knows, in the document's form. */
export function toProfile(record: Pick<PlayerRecord, "guid" | "accountId" | "state">): PlayerProfile {
  const { fields } = record.state;
  const values: Record<string, unknown> = { guid: record.guid, accountId: record.accountId };
  for (const field of PROFILE_FIELDS) {
    const value = fields[FIELD_INDEX[field.column]];
    values[field.name] = field.type === "boolean" ? value === 1 : value;
  }
  values.weeklyVaultSlots = [
    fields[FIELD_INDEX.weekly_vault_slot_1],
    fields[FIELD_INDEX.weekly_vault_slot_2],
    fields[FIELD_INDEX.weekly_vault_slot_3],
  ];
  return values as PlayerProfile;
}

/** Where the document's list has a slot of the vault, by the field's name. */
const SLOT_INDEX: Readonly<Record<string, number | undefined>> = {
  weeklyVaultSlot1: 0,
  weeklyVaultSlot2: 1,
  weeklyVaultSlot3: 2,
};

/** The slot as it stands in the list; undefined for another field, or where a script has left the list out. */
function listedSlot(profile: PlayerProfile, field: ProfileField): number | undefined {
  const index = SLOT_INDEX[field.name];
  if (index === undefined || typeof profile.weeklyVaultSlots !== "object") return undefined;
  return profile.weeklyVaultSlots[index];
}

/**
 * What `profile` wants for `field`, booleans as 0 and 1. A slot of the vault is there twice, in the list and by its own
 * name: the one that was changed counts, and the list where both were.
 *
 * @param current The value that counts now.
 */
export function valueIn(profile: PlayerProfile, field: ProfileField, current: number): number {
  const listed = listedSlot(profile, field);
  const given = listed !== undefined && listed !== current ? listed : profile[field.name];
  return typeof given === "boolean" ? (given ? 1 : 0) : given;
}
