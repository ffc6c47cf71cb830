import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GameClient } from "../simulated-realm/host/game-client";
import { ADDON_FOLDER, loadAio } from "./support/addon-client";
import { RealmStub } from "./support/realm-stub";

let client: GameClient;
let realm: RealmStub;

beforeEach(async () => {
  realm = new RealmStub();
  client = await GameClient.start({ playerName: "Thrall", send: realm.receive });
  realm.connect(client);
  loadAio(client);
});

afterEach(() => {
  client.close();
});

describe("the start of the addon", () => {
  it("says hello at once when it is loaded by a player who is in the world", () => {
    client.enterWorld();
    client.loadAddon(ADDON_FOLDER);
    expect(realm.hellos).toHaveLength(1);
  });

  it("says no hello before the player is in the world", () => {
    client.loadAddon(ADDON_FOLDER);
    client.tick(30);
    expect(realm.hellos).toEqual([]);
    client.enterWorld();
    expect(realm.hellos).toHaveLength(1);
  });

  it("reports a message that another addon has taken, and receives the others", () => {
    client.loadAddonCode("Rival", [
      { name: "Rival.lua", code: `AIO.RegisterEvent("DC_PROFILE_UPDATE", function() end)` },
    ]);
    client.loadAddon(ADDON_FOLDER);
    client.enterWorld();
    client.tick(1.1);
    client.tick(0.1);
    realm.send("currencyUpdate", { 1: 50 }, { epoch: 1, revision: 1, base: 0 });
    expect(client.run("return DCIntegration:GetCurrency(1)")).toEqual([50]);
    expect(client.errors).toEqual([expect.stringContaining("DC_PROFILE_UPDATE")]);
  });
});
