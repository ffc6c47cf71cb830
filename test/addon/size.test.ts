import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PROFILE_FIELDS, wireKeyOf } from "../../shared/catalog/profile-fields";
import { UNLOCK_TYPES } from "../../shared/catalog/unlock-types";
import { GameClient } from "../simulated-realm/host/game-client";
import { ADDON_FOLDER, loadAio } from "./support/addon-client";
import { RealmStub } from "./support/realm-stub";

const LARGEST_ON_DISK_KB = 200;
const LARGEST_IN_MEMORY_KB = 400;

function range(length: number): number[] {
  return Array.from({ length }, (_value, index) => index + 1);
}

/** A player who has something of everything. */
function sendFullProfile(realm: RealmStub): void {
  const stamp = { epoch: 1, revision: 1, base: 0 };
  realm.send("welcome", "0.1.0", 1);
  realm.send(
    "profileUpdate",
    Object.fromEntries(PROFILE_FIELDS.map((field) => [wireKeyOf(field), 1])),
    stamp,
  );
  realm.send("currencyUpdate", Object.fromEntries(range(50).map((id) => [id, 1000])), stamp);
  realm.send(
    "weeklyUpdate",
    Object.fromEntries(range(50).map((id) => [id, { earned: 1000, cap: 5000 }])),
    stamp,
  );
  const icon = "Interface\\Icons\\Spell_Holy_BorrowedTime";
  realm.send(
    "currencyInfo",
    Object.fromEntries(range(50).map((id) => [id, { name: `Currency of the realm ${id}`, icon }])),
    stamp,
  );
  realm.send("unlockList", Object.fromEntries(UNLOCK_TYPES.map(({ name }) => [name, range(20)])), stamp);
}

describe("the addon's size", () => {
  it(`is at most ${LARGEST_ON_DISK_KB} KB on disk`, () => {
    const sizes = readdirSync(ADDON_FOLDER).map((file) => statSync(join(ADDON_FOLDER, file)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0) / 1024).toBeLessThan(LARGEST_ON_DISK_KB);
  });

  it(`is at most ${LARGEST_IN_MEMORY_KB} KB in the client's memory with a full profile`, async () => {
    const realm = new RealmStub();
    const client = await GameClient.start({ playerName: "Thrall", send: realm.receive });
    realm.connect(client);
    loadAio(client);
    const before = client.memoryKb();
    client.loadAddon(ADDON_FOLDER);
    client.enterWorld();
    client.tick(2);
    sendFullProfile(realm);
    expect(client.run(`return DCIntegration:IsStale(), #DCIntegration:GetUnlocks("perk")`)).toEqual([
      false,
      20,
    ]);
    expect(client.memoryKb() - before).toBeLessThan(LARGEST_IN_MEMORY_KB);
    client.close();
  });
});
