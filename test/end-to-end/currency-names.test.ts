import { afterEach, beforeEach, expect, test } from "vitest";
import { Game } from "./support/game";
import { ARTHAS, HANDSHAKE } from "./support/players";

const MYTHIC = 77;
const ICON = "Interface\\Icons\\INV_Misc_Gem_01";

let game: Game;

beforeEach(async () => {
  game = await Game.start();
  await game.realm.join(ARTHAS);
  game.realm.tick(HANDSHAKE);
});

afterEach(() =>
  game.close(() => {
    expect(game.realm.world.errors).toEqual([]);
    expect(game.realm.client(ARTHAS.name).errors).toEqual([]);
  }),
);

const shown = (id: number): unknown => game.addon(ARTHAS.name, `{ DCIntegration:GetCurrencyInfo(${id}) }`);

test("how an admin calls a currency reaches the addons, and is there at the next login before the realm has answered", async () => {
  await game.sees(() => shown(2), ["Upgrade Token", "Interface\\Icons\\INV_Misc_Coin_01"]);
  expect(shown(MYTHIC)).toEqual({});
  await game.edit(
    `INSERT INTO dc_currency_definitions (currency_id, name, icon) VALUES (${MYTHIC}, 'Mythic Token', '${ICON.replaceAll("\\", "\\\\")}')`,
  );
  await game.sees(() => shown(MYTHIC), ["Mythic Token", ICON]);

  const saved = game.realm.leave(ARTHAS.name);
  await game.edit(
    `UPDATE dc_currency_definitions SET name = 'Mythische Marke' WHERE currency_id = ${MYTHIC}`,
  );
  await game.realm.join(ARTHAS, { saved });
  expect(shown(MYTHIC)).toEqual(["Mythic Token", ICON]);
  expect(game.addon(ARTHAS.name, "DCIntegration:IsStale()")).toBe(true);
  await game.sees(() => shown(MYTHIC), ["Mythische Marke", ICON]);

  await game.edit(`DELETE FROM dc_currency_definitions WHERE currency_id = ${MYTHIC}`);
  await game.sees(() => shown(MYTHIC), {});
});
