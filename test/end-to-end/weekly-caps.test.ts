import { afterEach, beforeEach, expect, test } from "vitest";
import { Game } from "./support/game";
import { ARTHAS, HANDSHAKE } from "./support/players";

const TOKENS = 2;
const HOUR = 3600;
const DAY = 24 * HOUR;

const COUNTER = `
  Resets = 0
  DC.EventBus:Subscribe("WEEKLY_RESET", function() Resets = Resets + 1 end)
`;

/** A zone in which it is before noon now: the day of the zone does not end while a test runs. */
function morningZone(): { name: string; weekday: number } {
  const now = new Date();
  if (now.getUTCHours() < 12) return { name: "UTC", weekday: now.getUTCDay() };
  return { name: "Etc/GMT+12", weekday: new Date(now.getTime() - (DAY / 2) * 1000).getUTCDay() };
}

/** Settings of a bridge for which the week began at `hour` o'clock of a day, `daysAgo` days before today. */
function weekBegan(daysAgo: number, hour: number): Record<string, string> {
  const { name, weekday } = morningZone();
  return {
    DC_TIME_ZONE: name,
    DC_DAILY_RESET_HOUR: String(hour),
    DC_WEEKLY_RESET_DAY: String((weekday + 7 - daysAgo) % 7),
  };
}

let game: Game;

/** The bridge tells the time by the machine's clock: the world's stands two days before it, in the old week. */
beforeEach(async () => {
  const now = Math.floor(Date.now() / 1000) - 2 * DAY;
  game = await Game.start({ bridge: false, now, scripts: [{ name: "reset_counter", code: COUNTER }] });
  await game.startBridge(weekBegan(5, 23));
  await game.realm.join(ARTHAS);
  game.realm.tick(HANDSHAKE);
});

afterEach(() =>
  game.close(() => {
    expect(game.realm.world.errors).toEqual([]);
    expect(game.realm.client(ARTHAS.name).errors).toEqual([]);
  }),
);

const weekly = (): unknown => game.addon(ARTHAS.name, `{ DCIntegration:GetWeeklyEarned(${TOKENS}) }`);

function earn(amount: number): unknown {
  return game.lua(`return DC.PlayerProfile:AddCurrency(1, ${TOKENS}, ${amount}, "raid")`);
}

async function setCap(cap: number): Promise<void> {
  await game.edit(`UPDATE dc_currency_definitions SET weekly_cap = ${cap} WHERE currency_id = ${TOKENS}`);
}

test("a weekly cap and what is earned under it reach the addon, week after week", async () => {
  expect(weekly()).toEqual([0]);
  await setCap(500);
  await game.sees(weekly, [0, 500]);
  expect(earn(127)).toBe(true);
  await game.sees(weekly, [127, 500]);
  expect(earn(374)).toBe(false);
  await game.settles();

  await game.bridge.stop();
  await game.startBridge(weekBegan(0, 0));
  await game.sees(weekly, [0, 500]);
  expect(game.lua("return Resets")).toBe(1);
  expect(game.addon(ARTHAS.name, `DCIntegration:GetCurrency(${TOKENS})`)).toBe(127);
  expect(earn(374)).toBe(true);
  await game.sees(weekly, [374, 500]);

  await setCap(400);
  await game.sees(weekly, [374, 400]);
  await setCap(0);
  await game.sees(weekly, [0]);
});

test("they are there again after reloads of both sides, a relog and a loading screen", async () => {
  await setCap(500);
  await game.sees(weekly, [0, 500]);
  earn(127);
  await game.sees(weekly, [127, 500]);
  await game.settles();

  game.realm.world.reload();
  earn(1);
  await game.sees(weekly, [128, 500]);
  await game.realm.reloadInterface(ARTHAS.name);
  expect(weekly()).toEqual([128, 500]);
  earn(1);
  await game.sees(weekly, [129, 500]);

  await game.settles();
  const saved = game.realm.leave(ARTHAS.name);
  // Longer than the realm remembers a player who is offline.
  game.realm.tick(90_000);
  earn(1);
  await game.realm.join(ARTHAS, { saved });
  expect(weekly()).toEqual([129, 500]);
  expect(game.addon(ARTHAS.name, "DCIntegration:IsStale()")).toBe(true);
  await game.sees(weekly, [130, 500]);
  expect(game.addon(ARTHAS.name, "DCIntegration:IsStale()")).toBe(false);

  game.lua(`
    CreateLuaEvent(function()
      GetPlayerByName("Arthas"):Teleport(571, 0, 0, 0, 0)
      DC.PlayerProfile:AddCurrency(1, ${TOKENS}, 5, "loading_screen")
    end, 1, 1)`);
  await game.sees(weekly, [135, 500]);
});
