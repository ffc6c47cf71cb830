import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { UNLOCK_TYPES } from "../../shared/catalog/unlock-types";
import { Game } from "./support/game";
import { ARTHAS, HANDSHAKE, JAINA } from "./support/players";

const ADDON_FOLDER = "dist/Interface/AddOns/DCIntegration";
const LARGEST_ON_DISK_KB = 200;
const LARGEST_IN_MEMORY_KB = 400;
const CURRENCIES = 20;
const UNLOCKS = 200;

function range(length: number): number[] {
  return Array.from({ length }, (_value, index) => index + 1);
}

test(`the addon is at most ${LARGEST_ON_DISK_KB} KB, and with a full profile ${LARGEST_IN_MEMORY_KB} KB of memory`, async () => {
  const files = readdirSync(ADDON_FOLDER).map((file) => statSync(join(ADDON_FOLDER, file)).size);
  expect(files.reduce((sum, size) => sum + size, 0) / 1024).toBeLessThanOrEqual(LARGEST_ON_DISK_KB);

  const game = await Game.start();
  const wallets = range(CURRENCIES).map((id) => `(1, ${id}, 1000000)`);
  await game.edit(
    `INSERT INTO dc_player_currencies (player_guid, currency_id, amount) VALUES ${wallets.join()}`,
  );
  const unlocks = range(UNLOCKS).map(
    (id) => `(1, '${UNLOCK_TYPES[id % UNLOCK_TYPES.length]?.name}', ${id}, 'quest')`,
  );
  await game.edit(
    `INSERT INTO dc_player_unlocks (player_guid, unlock_type, unlock_id, source_system) VALUES ${unlocks.join()}`,
  );
  const full = await game.realm.join(ARTHAS);
  const bare = await game.realm.join(JAINA, { installed: ["AIO_Client"] });
  game.realm.tick(HANDSHAKE);
  const held = UNLOCK_TYPES.map(({ name }) => `#DCIntegration:GetUnlocks("${name}")`).join(" + ");
  expect(game.addon(ARTHAS.name, held)).toBe(UNLOCKS);
  expect(game.addon(ARTHAS.name, `DCIntegration:GetCurrency(${CURRENCIES})`)).toBe(1_000_000);
  expect(full.memoryKb() - bare.memoryKb()).toBeLessThanOrEqual(LARGEST_IN_MEMORY_KB);
  await game.close();
});
