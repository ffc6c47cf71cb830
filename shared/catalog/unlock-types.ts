interface UnlockTypeRow {
  readonly name: string;
  /** Icon of the notification when the unlock has no icon of its own; a texture that every 3.3.5a client has. */
  readonly icon: string;
}

/** The seven kinds of unlock: the ENUM of `dc_player_unlocks.unlock_type`, in its order. */
export const UNLOCK_TYPES = [
  { name: "title", icon: "Interface\\Icons\\INV_Misc_Note_02" },
  { name: "mount", icon: "Interface\\Icons\\Ability_Mount_RidingHorse" },
  { name: "pet", icon: "Interface\\Icons\\INV_Box_PetCarrier_01" },
  { name: "transmog", icon: "Interface\\Icons\\INV_Chest_Cloth_17" },
  { name: "cosmetic", icon: "Interface\\Icons\\INV_Misc_Gem_01" },
  { name: "ability", icon: "Interface\\Icons\\Spell_Holy_MagicalSentry" },
  { name: "perk", icon: "Interface\\Icons\\Spell_Holy_BorrowedTime" },
] as const satisfies readonly UnlockTypeRow[];

export type UnlockType = (typeof UNLOCK_TYPES)[number]["name"];

/** The type called `name`, or undefined when there is none. */
export function findUnlockType(name: string): (typeof UNLOCK_TYPES)[number] | undefined {
  for (const row of UNLOCK_TYPES) {
    if (row.name === name) return row;
  }
  return undefined;
}

/** All of them, for somebody who has to choose one. */
export function unlockTypeNames(): string {
  const names: string[] = [];
  for (const { name } of UNLOCK_TYPES) names.push(name);
  return names.join(", ");
}

/** What to tell somebody who has named a type that there is not. */
export function unknownUnlockType(name: string): string {
  return `there is no unlock type '${name}'; types are ${unlockTypeNames()}`;
}
