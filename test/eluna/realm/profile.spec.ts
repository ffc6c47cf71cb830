import { expectEqual } from "../../shared/expectations";
import { ENGINES, pass, startRealm } from "../support/realm";
import { run } from "./playing";

/** Saves a copy of Thrall's profile that `change` has changed, and reads the slots of the vault. */
function slotsAfter(engine: (typeof ENGINES)[number], change: string): unknown[] {
  const realm = startRealm({ engine });
  pass(realm, 200);
  realm.world.login({ name: "Thrall", guid: 7, account: 3, level: 80 });
  return run(
    realm,
    `for slot = 1, 3 do DC.PlayerProfile:SetStat(7, "weekly_vault_slot_" .. slot, slot * 100) end
     local profile = DC.PlayerProfile:GetProfile(7)
     ${change}
     DC.PlayerProfile:SaveProfile(profile)
     local slots = DC.PlayerProfile:GetProfile(7).weeklyVaultSlots
     return slots[1], slots[2], slots[3]`,
  );
}

describe("the vault's slots in a saved profile", () => {
  for (const engine of ENGINES) {
    it(`count as the document's list has them on ${engine}`, () => {
      expectEqual(slotsAfter(engine, "profile.weeklyVaultSlots[2] = 264"), [100, 264, 300]);
    });
  }

  it("count by their own names as well, also without the list", () => {
    expectEqual(slotsAfter("ale", "profile.weeklyVaultSlot3 = 277"), [100, 200, 277]);
    expectEqual(
      slotsAfter("ale", "profile.weeklyVaultSlot3 = 277; profile.weeklyVaultSlots = nil"),
      [100, 200, 277],
    );
  });

  it("are refused beyond the range of their column", () => {
    const saved = "local ok = pcall(DC.PlayerProfile.SaveProfile, DC.PlayerProfile, profile)";
    const change = `profile.weeklyVaultSlots[1] = -1 ${saved} profile = DC.PlayerProfile:GetProfile(7)
      profile.weeklyVaultSlots[2] = ok and 1 or 2`;
    expectEqual(slotsAfter("ale", change), [100, 2, 300]);
  });
});
