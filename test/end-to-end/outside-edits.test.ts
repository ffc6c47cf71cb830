import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Game } from "./support/game";
import { ARTHAS, HANDSHAKE } from "./support/players";

/** A currency that no integration gives. */
const SHARDS = 9;
const UNLOCK = "INSERT INTO dc_player_unlocks (player_guid, unlock_type, unlock_id, source_system) VALUES ";
let game: Game;

beforeEach(async () => {
  game = await Game.start();
  await game.realm.join(ARTHAS);
  game.realm.tick(HANDSHAKE);
  await game.settles();
});

afterEach(() =>
  game.close(() => {
    expect(game.realm.world.errors).toEqual([]);
    expect(game.realm.client(ARTHAS.name).errors).toEqual([]);
  }),
);

const realmRating = (): unknown => game.lua("return DC.PlayerProfile:GetStat(1, 'mythic_rating')");
const addonRating = (): unknown => game.addon(ARTHAS.name, "DCIntegration:GetMythicRating()");
const addonCurrency = (id: number): unknown => game.addon(ARTHAS.name, `DCIntegration:GetCurrency(${id})`);
const toasts = (): string[] => game.realm.client(ARTHAS.name).shownTexts();

describe("what somebody else writes reaches an online player", () => {
  test("a profile field", async () => {
    await game.edit("UPDATE dc_player_profile SET mythic_rating = 2400 WHERE player_guid = 1");
    await game.sees(addonRating, 2400);
    expect(realmRating()).toBe(2400);
  });

  test("a new currency, and a changed one", async () => {
    await game.edit(
      `INSERT INTO dc_player_currencies (player_guid, currency_id, amount) VALUES (1, ${SHARDS}, 30)`,
    );
    await game.sees(() => addonCurrency(SHARDS), 30);
    await game.edit(`UPDATE dc_player_currencies SET amount = 12 WHERE currency_id = ${SHARDS}`);
    await game.sees(() => addonCurrency(SHARDS), 12);
    expect(game.lua(`return DC.PlayerProfile:SpendCurrency(1, ${SHARDS}, 13, "vendor")`)).toBe(false);
    expect(game.lua(`return DC.PlayerProfile:SpendCurrency(1, ${SHARDS}, 12, "vendor")`)).toBe(true);
    await game.settles();
    expect(await game.value(`SELECT amount FROM dc_player_currencies WHERE currency_id = ${SHARDS}`)).toBe(
      "0",
    );
  });

  test("an unlock is shown with the system that it comes from, and is gone when the row is", async () => {
    await game.edit(`${UNLOCK}(1, 'mount', 1001, 'web_shop')`);
    const has = (): unknown => game.addon(ARTHAS.name, `DCIntegration:HasUnlock("mount", 1001)`);
    await game.sees(has, true);
    expect(toasts()).toEqual(["New Unlock!", "Prestige Mount", "From: web_shop"]);
    await game.edit("DELETE FROM dc_player_unlocks WHERE player_guid = 1");
    await game.sees(has, false);
    expect(game.lua("return DC.PlayerProfile:HasUnlock(1, 'mount', 1001)")).toBe(false);
  });

  test("everything at once, while nothing of it is shown twice", async () => {
    const messages = game.messagesTo(ARTHAS.name).length;
    await game.edit(`${UNLOCK}(1, 'pet', 1, 'shop'), (1, 'pet', 2, 'shop'), (1, 'title', 3, 'shop')`);
    await game.sees(() => game.addon(ARTHAS.name, `DCIntegration:GetUnlocks("pet")`), [1, 2]);
    game.realm.tick(HANDSHAKE);
    expect(game.messagesTo(ARTHAS.name).length - messages).toBe(3);
  });
});

describe("an edit while operations of the player are under way", () => {
  /** 50 operations: rating +10 each, shards +7 each and -3 each. */
  function play(): void {
    game.lua(`for i = 1, 50 do
      local kind = i % 3
      if kind == 0 then DC.PlayerProfile:IncrementStat(1, "mythic_rating", 10) end
      if kind == 1 then DC.PlayerProfile:AddCurrency(1, ${SHARDS}, 7, "raid") end
      if kind == 2 then DC.PlayerProfile:SpendCurrency(1, ${SHARDS}, 3, "vendor") end
    end`);
  }
  const RATING_PLAYED = 16 * 10;
  const EARNED = 17 * 7;
  const SPENT = 17 * 3;

  test("ends with both, everywhere", async () => {
    await game.bridge.stop();
    play();
    game.realm.tick(1000);
    expect(await game.value("SELECT COUNT(*) FROM dc_journal")).toBe("50");
    await game.edit("UPDATE dc_player_profile SET mythic_rating = 2400 WHERE player_guid = 1");
    await game.edit(
      `INSERT INTO dc_player_currencies (player_guid, currency_id, amount) VALUES (1, ${SHARDS}, 1000)`,
    );
    expect(realmRating()).toBe(RATING_PLAYED);
    await game.startBridge();
    await game.settles();
    await game.sees(addonRating, 2400 + RATING_PLAYED);
    await game.sees(() => addonCurrency(SHARDS), 1000 + EARNED - SPENT);
    expect(realmRating()).toBe(2400 + RATING_PLAYED);
    expect(game.lua(`return DC.PlayerProfile:GetCurrency(1, ${SHARDS})`)).toBe(1000 + EARNED - SPENT);
    expect(await game.value("SELECT mythic_rating FROM dc_player_profile")).toBe(
      String(2400 + RATING_PLAYED),
    );
    expect(
      await game.value(
        `SELECT CONCAT_WS(' ', amount, total_earned, total_spent) FROM dc_player_currencies WHERE currency_id = ${SHARDS}`,
      ),
    ).toBe(`${1000 + EARNED - SPENT} ${EARNED} ${SPENT}`);
  });

  test("each round of edits and operations adds up while everything runs", async () => {
    let expected = 0;
    for (let round = 0; round < 5; round++) {
      play();
      await game.edit(
        "UPDATE dc_player_profile SET mythic_rating = mythic_rating + 1000 WHERE player_guid = 1",
      );
      play();
      expected += 1000 + 2 * RATING_PLAYED;
      game.realm.tick(100);
    }
    await game.sees(addonRating, expected);
    await game.settles();
    expect(realmRating()).toBe(expected);
    expect(await game.value("SELECT mythic_rating FROM dc_player_profile")).toBe(String(expected));
  });
});
