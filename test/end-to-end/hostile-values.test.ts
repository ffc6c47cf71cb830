import { afterAll, beforeAll, expect, test } from "vitest";
import { MAXIMUM_AMOUNT, NUMBER_TYPES } from "../../shared/catalog/number-types";
import { addonKeyOf, PROFILE_FIELDS } from "../../shared/catalog/profile-fields";
import { MAXIMUM_SOURCE_LENGTH } from "../../shared/profile/check-arguments";
import { luaLiteral } from "../simulated-realm/host/lua-literal";
import { Game } from "./support/game";
import { ARTHAS, HANDSHAKE } from "./support/players";

const LARGEST = MAXIMUM_AMOUNT.toFixed(0);
let game: Game;

beforeAll(async () => {
  game = await Game.start();
  await game.realm.join(ARTHAS);
  game.realm.tick(HANDSHAKE);
});

afterAll(() =>
  game.close(() => {
    expect(game.realm.world.stoppedBy()).toBeUndefined();
    expect(game.realm.world.writerDead()).toBe(false);
    expect(game.realm.world.errors).toEqual([]);
    expect(game.realm.client(ARTHAS.name).errors).toEqual([]);
  }),
);

test("an unlock's source from outside comes through a reload as it is", async () => {
  const text = "shop' \\ \" \n 大";
  await game.edit(
    `INSERT INTO dc_player_unlocks (player_guid, unlock_type, unlock_id, source_system)
     VALUES (1, 'title', 77, ?)`,
    [text],
  );
  await game.sees(() => game.realm.client(ARTHAS.name).shownTexts().includes(`From: ${text}`), true);
  expect(game.addon(ARTHAS.name, `DCIntegration:HasUnlock("title", 77)`)).toBe(true);
});

const INJECTIONS = [
  "x'); DROP TABLE dc_journal; -- ",
  "\\'); DELETE FROM dc_ledger; -- ",
  `" OR ""="`,
  "ends with a backslash \\",
  "two\nlines\r\tand a \x1a",
  "100% _ ` ; # /* */",
  "|cffff0000red|r",
  "Größe 大 🐉",
];

test.each(INJECTIONS)("%j is a string like any other", async (text) => {
  const source = luaLiteral(text);
  const currency = 100 + INJECTIONS.indexOf(text);
  game.lua(`DC.PlayerProfile:AddCurrency(1, ${currency}, 7, ${source})`);
  game.lua(`DC.PlayerProfile:SpendCurrency(1, ${currency}, 2, ${source})`);
  game.lua(`DC.PlayerProfile:GrantUnlock(1, "perk", ${currency}, ${source})`);
  game.lua(`DC.EventBus:RegisterEventType(${source})`);
  game.lua(`DC.EventBus:Subscribe(${source}, function(event)
    DC.PlayerProfile:AddCurrency(1, ${currency}, 1, event:Get("who", ""))
  end)`);
  game.lua(`DC.EventBus:Publish({ type = ${source}, player = 1, data = { who = ${source} } })`);
  await game.settles();
  const rows = `FROM dc_ledger WHERE subject_id = ${currency} ORDER BY sequence`;
  expect(await game.column(`SELECT source ${rows}`)).toEqual([text, text, text, text]);
  expect(await game.column(`SELECT cause ${rows}`)).toEqual(["", "", "", text]);
  expect(await game.value(`SELECT amount FROM dc_player_currencies WHERE currency_id = ${currency}`)).toBe(
    "6",
  );
  expect(await game.value(`SELECT source_system FROM dc_player_unlocks WHERE unlock_id = ${currency}`)).toBe(
    text,
  );
  await game.sees(() => game.addon(ARTHAS.name, `DCIntegration:GetCurrency(${currency})`), 6);
  expect(game.addon(ARTHAS.name, `DCIntegration:HasUnlock("perk", ${currency})`)).toBe(true);
});

test("a source that no column could hold is an error at the caller's line, and changes nothing", () => {
  const long = "x".repeat(MAXIMUM_SOURCE_LENGTH + 1);
  for (const source of [`"${long}"`, `""`, "nil", "{}", "7"]) {
    const call = `return pcall(DC.PlayerProfile.AddCurrency, DC.PlayerProfile, 1, 90, 5, ${source})`;
    expect(game.realm.world.run(call)[0]).toBe(false);
  }
  expect(game.lua("return DC.PlayerProfile:GetCurrency(1, 90)")).toBe(0);
});

test.each(PROFILE_FIELDS)("$column ends at its maximum in all places", async (field) => {
  const { maximum } = NUMBER_TYPES[field.type];
  game.lua(`DC.PlayerProfile:SetStat(1, "${field.column}", ${maximum.toFixed(0)})`);
  game.lua(`DC.PlayerProfile:IncrementStat(1, "${field.column}", 1)`);
  game.lua(`DC.PlayerProfile:IncrementStat(1, "${field.column}", ${LARGEST})`);
  expect(game.lua(`return DC.PlayerProfile:GetStat(1, "${field.column}")`)).toBe(maximum);
  await game.settles();
  const value = field.type === "timestamp" ? `UNIX_TIMESTAMP(${field.column})` : field.column;
  expect(await game.value(`SELECT ${value} FROM dc_player_profile`)).toBe(maximum.toFixed(0));
  const shown = field.type === "boolean" ? true : maximum;
  await game.sees(() => game.addon(ARTHAS.name, `DCIntegration:GetPlayerData().${addonKeyOf(field)}`), shown);
});

test("a balance of 2^53 - 1 is exact everywhere, and neither grows nor wraps", async () => {
  game.lua(`DC.PlayerProfile:AddCurrency(1, 50, ${LARGEST}, "dragon")`);
  game.lua(`DC.PlayerProfile:AddCurrency(1, 50, 1000, "dragon")`);
  await game.settles();
  const wallet =
    "SELECT CONCAT_WS(' ', amount, total_earned, total_spent) FROM dc_player_currencies WHERE currency_id = 50";
  expect(await game.value(wallet)).toBe(`${LARGEST} ${LARGEST} 0`);
  await game.sees(() => game.addon(ARTHAS.name, "DCIntegration:GetCurrency(50)"), MAXIMUM_AMOUNT);
  game.lua(`DC.PlayerProfile:SpendCurrency(1, 50, ${LARGEST}, "vendor")`);
  await game.settles();
  expect(await game.value(wallet)).toBe(`0 ${LARGEST} ${LARGEST}`);
  await game.sees(() => game.addon(ARTHAS.name, "DCIntegration:GetCurrency(50)"), 0);
});

test("a balance beyond that, from outside, counts as 2^53 - 1 for all of us", async () => {
  await game.edit(
    "INSERT INTO dc_player_currencies (player_guid, currency_id, amount) VALUES (1, 51, 18446744073709551615)",
  );
  await game.sees(() => game.addon(ARTHAS.name, "DCIntegration:GetCurrency(51)"), MAXIMUM_AMOUNT);
  game.lua(`DC.PlayerProfile:SpendCurrency(1, 51, 1, "vendor")`);
  await game.settles();
  expect(await game.value("SELECT amount FROM dc_player_currencies WHERE currency_id = 51")).toBe(
    (MAXIMUM_AMOUNT - 1).toFixed(0),
  );
  await game.sees(() => game.addon(ARTHAS.name, "DCIntegration:GetCurrency(51)"), MAXIMUM_AMOUNT - 1);
});
