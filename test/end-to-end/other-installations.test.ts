import { afterEach, expect, test } from "vitest";
import { Game } from "./support/game";
import { ARTHAS, HANDSHAKE, JAINA, THRALL } from "./support/players";

const RAT = { entry: 4075, level: 1 };
let game: Game;

afterEach(() => game.close());

test("a handler of another script that raises is named in the log, and the others run", async () => {
  const broken = `DC.EventBus:Subscribe("CREATURE_KILL", function() error("oops") end, 100)`;
  const good = `Kills = 0 DC.EventBus:Subscribe("CREATURE_KILL", function() Kills = Kills + 1 end)`;
  game = await Game.start({
    scripts: [
      { name: "season_script", code: broken },
      { name: "trophy_script", code: good },
    ],
  });
  await game.realm.join(ARTHAS);
  for (let kill = 0; kill < 3; kill++) game.realm.world.killCreature(ARTHAS.name, RAT);
  expect(game.lua("return Kills")).toBe(3);
  expect(game.realm.world.errors).toHaveLength(1);
  expect(game.realm.world.errors[0]).toMatch(/CREATURE_KILL handler .*season_script.*:1 failed: .*oops/);
});

test("a server without AIO says so in one line, and everything but the addons works", async () => {
  game = await Game.start({ withAio: false });
  const client = await game.realm.join(ARTHAS);
  game.lua("DC.PlayerProfile:AddCurrency(1, 2, 75, 'raid')");
  game.realm.tick(70_000);
  await game.settles();
  expect(await game.value("SELECT amount FROM dc_player_currencies WHERE currency_id = 2")).toBe("75");
  expect(game.realm.world.errors).toEqual([expect.stringMatching(/AIO is not installed on this server/)]);
  expect(game.addon(ARTHAS.name, "DCIntegration:IsStale()")).toBe(true);
  expect(game.addon(ARTHAS.name, "DCIntegration:GetCurrency(2)")).toBe(0);
  expect(client.errors).toEqual([]);
});

test("players without the addon, or without AIO, play like everybody and cost no messages", async () => {
  game = await Game.start();
  await game.realm.join(ARTHAS);
  const withoutAddon = await game.realm.join(JAINA, { installed: ["AIO_Client"] });
  const withoutAio = await game.realm.join(THRALL, { installed: ["DCIntegration"] });
  game.realm.tick(HANDSHAKE);
  await game.settles();
  expect(withoutAio.isAddonLoaded("DCIntegration")).toBe(false);
  for (const { guid } of [ARTHAS, JAINA, THRALL]) {
    game.lua(`DC.PlayerProfile:AddCurrency(${guid}, 2, 75, "raid")`);
    game.lua(`DC.PlayerProfile:GrantUnlock(${guid}, "mount", 5, "raid")`);
    await game.edit(`UPDATE dc_player_profile SET mythic_rating = 7 WHERE player_guid = ${guid}`);
  }
  await game.settles();
  await game.sees(() => game.addon(ARTHAS.name, "DCIntegration:GetCurrency(2)"), 75);
  expect(await game.column("SELECT amount FROM dc_player_currencies WHERE currency_id = 2")).toEqual([
    "75",
    "75",
    "75",
  ]);
  expect(game.messagesTo(ARTHAS.name).length).toBeGreaterThan(0);
  expect(game.messagesTo(JAINA.name).length).toBe(0);
  expect(game.messagesTo(THRALL.name).length).toBe(0);
  expect([...withoutAddon.errors, ...withoutAio.errors, ...game.realm.world.errors]).toEqual([]);
});

test("each of two players hears of himself alone", async () => {
  game = await Game.start();
  await game.realm.join(ARTHAS);
  await game.realm.join(JAINA);
  game.realm.tick(HANDSHAKE);
  await game.settles();
  const toJaina = game.messagesTo(JAINA.name).length;
  game.lua("DC.PlayerProfile:AddCurrency(1, 2, 75, 'raid')");
  game.lua("DC.PlayerProfile:GrantUnlock(1, 'mount', 1001, 'raid')");
  await game.edit("UPDATE dc_player_profile SET mythic_rating = 2400 WHERE player_guid = 1");
  await game.sees(() => game.addon(ARTHAS.name, "DCIntegration:GetMythicRating()"), 2400);
  game.realm.tick(2000);
  expect(game.messagesTo(JAINA.name).length).toBe(toJaina);
  expect(game.realm.client(JAINA.name).shownTexts()).toEqual([]);
  const toArthas = game.messagesTo(ARTHAS.name).length;
  game.lua("DC.PlayerProfile:AddCurrency(2, 2, 11, 'raid')");
  await game.sees(() => game.addon(JAINA.name, "DCIntegration:GetCurrency(2)"), 11);
  expect(game.messagesTo(ARTHAS.name).length).toBe(toArthas);
  expect(game.addon(ARTHAS.name, "DCIntegration:GetCurrency(2)")).toBe(75);
});
