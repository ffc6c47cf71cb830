import {
  FIELD_INDEX,
  PROFILE_FIELDS,
  type ProfileField,
  type ProfileValues,
} from "../../../shared/catalog/profile-fields";
import { checkValue } from "../../../shared/profile/check-arguments";
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

/** What a script wants for one field, and what it calls it. */
interface Wish {
  readonly name: string;
  readonly value: unknown;
}

/**
 * What `profile` has for `field`. A slot of the vault is there twice, in the list and by its own name: the one that was changed
 * counts, and the list where both were. A script may have left the list out.
 */
function wishFor(profile: Readonly<Record<string, unknown>>, field: ProfileField, base: number): Wish {
  const index = SLOT_INDEX[field.name];
  const list = profile.weeklyVaultSlots;
  if (index !== undefined && typeof list === "object") {
    const listed = (list as unknown[])[index];
    if (listed !== undefined && listed !== base) {
      return { name: `weeklyVaultSlots[${index + 1}]`, value: listed };
    }
  }
  return { name: field.name, value: profile[field.name] };
}

/** What a saved profile holds, booleans as 0 and 1, or what is wrong with it. */
export type SavedValues =
  | { readonly values: ProfileValues; readonly problem?: undefined }
  | { readonly values?: undefined; readonly problem: string };

/**
 * Reads a profile that a script wants saved.
 *
 * @param base The values that the script was given.
 */
export function readSaved(profile: PlayerProfile, base: ProfileValues): SavedValues {
  const values: ProfileValues = [...base];
  for (const field of PROFILE_FIELDS) {
    const index = FIELD_INDEX[field.column];
    const { name, value } = wishFor(profile, field, base[index]);
    const isTruth = field.type === "boolean" && typeof value === "boolean";
    const wanted = isTruth ? (value ? 1 : 0) : value;
    const problem = checkValue(field.column, wanted, name);
    if (problem !== undefined) return { problem };
    values[index] = wanted as number;
  }
  return { values };
}
