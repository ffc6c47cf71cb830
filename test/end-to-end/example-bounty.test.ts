import { readFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { Game } from "./support/game";
import { ARTHAS, HANDSHAKE } from "./support/players";

let game: Game;

afterEach(() => game.close());

test("the example script tells the example addon what a boss has paid", async () => {
  const code = readFileSync("examples/realm/dc_example_bounty.lua", "utf8");
  game = await Game.start({ scripts: [{ name: "dc_example_bounty", code }] });
  const client = await game.realm.join(ARTHAS);
  client.loadAddon("examples/addon/ExampleBounty");
  game.realm.tick(HANDSHAKE);
  game.realm.world.killCreature(ARTHAS.name, { entry: 23954, rank: 3, dungeonBoss: true });
  await game.sees(() => game.addon(ARTHAS.name, "DCIntegration:GetCurrency(3)"), 2);
  expect(client.shownTexts()).toEqual(expect.arrayContaining(["Bounty", "Boss 1 today: 2 tokens"]));
  await game.settles();
  expect(await game.value("SELECT source FROM dc_ledger WHERE subject_id = 3 AND kind = 'earn'")).toBe(
    "bounty",
  );
  expect(client.errors).toEqual([]);
});
