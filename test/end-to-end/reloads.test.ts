import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Game } from "./support/game";
import { ARTHAS, HANDSHAKE, JAINA, THRALL } from "./support/players";
import { Traffic } from "./support/traffic";

let game: Game;
let traffic: Traffic;

beforeEach(async () => {
  game = await Game.start();
  traffic = new Traffic(game, ARTHAS);
  await game.realm.join(ARTHAS);
  game.realm.tick(HANDSHAKE);
});

afterEach(() =>
  game.close(() => {
    expect(game.realm.world.stoppedBy()).toBeUndefined();
    expect(game.realm.world.errors).toEqual([]);
  }),
);

describe("a reload of the scripts", () => {
  beforeEach(async () => {
    await game.realm.join(JAINA);
    game.realm.tick(HANDSHAKE);
  });

  test("in the middle of operations loses none, and the addons go on", async () => {
    const playedByJaina = new Traffic(game, JAINA);
    for (let reload = 0; reload < 3; reload++) {
      traffic.play(40);
      playedByJaina.play(30);
      game.realm.tick(20);
      traffic.play(40);
      game.realm.world.reload();
      traffic.expectInRealm();
      traffic.play(40);
      game.realm.tick(20);
    }
    await traffic.arrivesEverywhere();
    await playedByJaina.arrivesEverywhere();
    expect(await game.value("SELECT total_logins FROM dc_player_profile WHERE player_guid = 1")).toBe("1");
    expect(await game.column("SELECT player_guid FROM dc_session ORDER BY player_guid")).toEqual(["1", "2"]);
  });

  test("in the second of a login is a new beginning for the addon", async () => {
    await game.realm.join(THRALL);
    game.realm.tick(100);
    game.realm.world.reload();
    game.realm.tick(HANDSHAKE);
    const playedByThrall = new Traffic(game, THRALL);
    playedByThrall.play(10);
    await playedByThrall.arrivesEverywhere();
  });

  test("publishes what waits for the next tick", async () => {
    game.lua("DC.EventBus:PublishAsync({ type = DC.EventType.ITEM_UPGRADED, player = 1 })");
    game.realm.world.reload();
    await game.settles();
    expect(await game.value("SELECT total_items_upgraded FROM dc_player_profile WHERE player_guid = 1")).toBe(
      "1",
    );
  });

  test("with the bridge away shows the players what they had", async () => {
    await game.bridge.kill9();
    traffic.play(40);
    game.realm.world.reload();
    traffic.expectInRealm();
    await game.sees(() => game.addon(ARTHAS.name, "DCIntegration:GetMythicRating()"), 80);
    await game.startBridge();
    await traffic.arrivesEverywhere();
  });
});

describe("a client", () => {
  test("that loses its connection and is back within a minute is in step again", async () => {
    traffic.play(5);
    game.realm.loseConnection(ARTHAS.name);
    traffic.play(5);
    game.realm.tick(30_000);
    await game.realm.join(ARTHAS);
    game.realm.tick(HANDSHAKE);
    traffic.play(5);
    await traffic.arrivesEverywhere();
    expect(await game.value("SELECT total_logins FROM dc_player_profile")).toBe("1");
  });

  test("that does not come back is logged out after a minute", async () => {
    await game.sees(() => game.value("SELECT COUNT(*) FROM dc_session"), "1");
    game.realm.loseConnection(ARTHAS.name);
    game.realm.tick(61_000);
    await game.sees(() => game.value("SELECT COUNT(*) FROM dc_session"), "0");
  });

  test("reloads its interface while the game goes on", async () => {
    for (let reload = 0; reload < 3; reload++) {
      traffic.play(5);
      game.realm.tick(60);
      await game.realm.reloadInterface(ARTHAS.name);
      traffic.play(5);
    }
    // AIO answers an Init of the same character at most every five seconds.
    game.realm.tick(10_000);
    await traffic.arrivesEverywhere();
    expect(game.realm.client(ARTHAS.name).errors).toEqual([]);
  });
});

test("what happens on a loading screen reaches the addon when the map is there", async () => {
  game.lua(`
    CreateLuaEvent(function()
      GetPlayerByName("Arthas"):Teleport(571, 0, 0, 0, 0)
      DC.PlayerProfile:AddCurrency(1, 77, 5, "loading_screen")
    end, 1, 1)`);
  game.realm.tick(3000);
  expect(String(game.addon(ARTHAS.name, "DCIntegration:GetCurrency(77)"))).toBe("5");
});
