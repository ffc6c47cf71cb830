import type { ProfileField } from "../../shared/catalog/profile-fields";
import type { UnlockType } from "../../shared/catalog/unlock-types";
import type { CurrencyInfo, WeeklyAmount } from "../../shared/wire/payloads";

type AddonKeyOf<Field> = Field extends { addonKey: infer Key extends string }
  ? Key
  : Field extends { name: infer Name extends string }
    ? Name
    : never;

type ValueOf<Field> = Field extends { type: "boolean" } ? boolean : number;

/** The profile under the addon's keys; a field is absent until the realm has sent it. */
export type ProfileData = {
  [Field in ProfileField as AddonKeyOf<Field>]?: ValueOf<Field>;
};

/** Unlock ids that are held, as keys. */
export type UnlockIds = Record<number, true>;

/** What `DCIntegration:GetPlayerData()` gives: the document's `playerData`. The four tables in it are always there. */
export interface PlayerData extends ProfileData {
  /** Amount by currency id. */
  currencies: Record<number, number>;
  unlocks: Partial<Record<UnlockType, UnlockIds>>;
  /** What was earned since the weekly reset, by currency id, for the currencies that have a weekly cap. */
  weekly: Record<number, WeeklyAmount>;
  /** How currencies are shown, by currency id, also those that the player never had. */
  currencyInfo: Record<number, CurrencyInfo>;
}
