import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { projectVersion } from "../../scripts/project-version";
import { select } from "../../server-bridge/node/database/query";
import { sendHello } from "./support/forged-message";
import { Game } from "./support/game";

let game: Game;

beforeAll(async () => {
  game = await Game.start();
  game.realm.world.login({ name: "Thrall", guid: 1, account: 1, gmRank: 3 });
  await game.realm.join({ name: "Arthas", guid: 7, account: 3 });
});

afterAll(() => game.close());

/** Gives a command as Thrall, and returns the lines that he reads. */
function ask(text: string): string[] {
  const { world } = game.realm;
  const first = world.log.length;
  expect(world.command("Thrall", text)).toBe(true);
  const mark = "[to Thrall] ";
  return world.log
    .slice(first)
    .filter((line) => line.startsWith(mark))
    .map((line) => line.slice(mark.length));
}

test("a grant reaches the addon, and the ledger knows who made it and why", async () => {
  await game.sees(() => game.addon("Arthas", "DCIntegration:IsStale()"), false);
  expect(ask("dci grant Arthas 2 100 lost in a crash")).toEqual([
    "Arthas (7): 100 Upgrade Token given, 100 now",
  ]);
  await game.sees(() => game.addon("Arthas", "DCIntegration:GetCurrency(2)"), 100);
  await game.settles();
  const row = / earn currency 2 100: gm:Thrall, lost in a crash$/;
  expect(ask("dci ledger Arthas").some((line) => row.test(line))).toBe(true);
  await game.sees(() => ask("dci status")[3], "0 operations not in the tables yet");
});

test("the manual's statement finds what game masters did", async () => {
  const [, statement = ""] = /```sql\n(.*?)```/s.exec(readFileSync("docs/gm-commands.md", "utf8")) ?? [];
  const rows = await select(game.database.pool, statement);
  expect(rows.map(({ player_guid, amount, cause }) => [player_guid, amount, cause])).toEqual([
    [7, 100, "lost in a crash"],
  ]);
});

test("the doctor finds the bridge, and the addons by their versions", async () => {
  const version = projectVersion();
  const bridge = new RegExp(`^bridge: .+, version ${version}, seen \\d{1,4} ms ago$`);
  await game.sees(() => ask("dci doctor").filter((line) => bridge.test(line)).length, 1);
  expect(ask("dci doctor")).toContain(`addons, players by version: ${version} 1, without 1`);
  expect(ask("dci doctor").join("\n")).not.toContain("PROBLEM");
});

test("messages of addons that were dropped are counted", async () => {
  expect(ask("dci status")).toContain("0 messages dropped (malformed 0, too many 0)");
  for (let count = 0; count < 6; count++) sendHello(game, "Arthas", ["not", "a", "hello"]);
  game.realm.tick(100);
  const [, malformed, tooMany] =
    /^6 messages dropped \(malformed (\d), too many (\d)\)$/m.exec(ask("dci status").join("\n")) ?? [];
  expect(Number(malformed)).toBeGreaterThan(0);
  expect(Number(tooMany)).toBeGreaterThan(0);
});

test("a version is forgotten when its player leaves", () => {
  game.realm.leave("Arthas");
  expect(ask("dci doctor")).toContain("addons, players by version: without 1");
  game.realm.world.login({ name: "Arthas", guid: 7, account: 3 });
  expect(ask("dci doctor")).toContain("addons, players by version: without 2");
});
