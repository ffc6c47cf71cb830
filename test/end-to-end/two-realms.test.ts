import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { LIVE_WITHIN, Realms } from "./support/realms";

const SEASON_XP = 1;
let realms: Realms;

const bonus = (system: string, effect: string): unknown[] =>
  realms.everywhere(`return DC.Synergy:GetBonusMultiplier(me, "${system}", "${effect}")`);
const discount = (): unknown[] => bonus("itemupgrade", "cost_reduction_percent");
const ratingBonus = (): unknown[] => bonus("mythicplus", "rating_bonus_percent");
const errors = (): unknown[] => realms.errors();

/** The season experience of one more kill of a player. */
const perKill = (): unknown[] =>
  realms.everywhere(`
    local before = DC.PlayerProfile:GetCurrency(me, ${SEASON_XP})
    DC.Emit.PvpKill(me, {})
    return DC.PlayerProfile:GetCurrency(me, ${SEASON_XP}) - before`);

function setLevel(level: number): void {
  realms.everywhere(`DC.PlayerProfile:SetStat(me, "prestige_level", ${level})`);
}

/** Changes the document's first synergy, 10 percent from prestige level 10 on. */
function change(column: string, value: string): Promise<void> {
  return realms.edit(`UPDATE dc_system_synergies SET ${column} = '${value}' WHERE synergy_id = 1`);
}

function setting(name: string, value: string): Promise<void> {
  return realms.edit(`UPDATE dc_settings SET value = '${value}' WHERE name = '${name}'`);
}

/** Whatever an admin writes is live in every realm within two seconds: of simulated time, see support/realms.ts. */
describe.each([
  ["one bridge", 1],
  ["two bridges", 2],
])("with %s beside two realms", (_count, bridges) => {
  beforeEach(async () => {
    realms = await Realms.start(bridges);
    setLevel(10);
    expect(discount()).toEqual([1.1, 1.1]);
    expect(errors()).toEqual([[], []]);
  });

  afterEach(() => realms.close());

  test("a synergy that is changed counts in both as it stands", async () => {
    await change("target_effect", `{"cost_reduction_percent": 20}`);
    expect(discount()).toEqual([1.1, 1.1]);
    await realms.soon(discount, 1.2);
    await change("source_condition", `{"prestige_level": {"gte": 11}}`);
    await realms.soon(discount, 1);
    setLevel(11);
    expect(discount()).toEqual([1.2, 1.2]);
    await change("enabled", "0");
    await realms.soon(discount, 1);
    expect(errors()).toEqual([[], []]);
  });

  test("a synergy that is inserted counts in both, and one that is deleted does not any more", async () => {
    await realms.edit(
      `INSERT INTO dc_system_synergies VALUES
       (77, 'Angler', 'prestige', '{"prestige_level": 10}', 'itemupgrade', '{"cost_reduction_percent": 40}', 1)`,
    );
    await realms.soon(discount, 1.5);
    await realms.edit("DELETE FROM dc_system_synergies WHERE synergy_id = 77");
    await realms.soon(discount, 1.1);
    await realms.edit("DELETE FROM dc_system_synergies WHERE synergy_id = 1");
    await realms.soon(discount, 1);
    expect(ratingBonus()).toEqual([1.05, 1.05]);
    expect(errors()).toEqual([[], []]);
  });

  test("a bad synergy is named by its id and the reason in both, and by each bridge; the others count on", async () => {
    const complaint =
      "dc_system_synergies: synergy 1 'Prestige Upgrade Discount': " +
      "target_effect: 'cost_reduction_percent' must be a number, not text";
    await change("target_effect", `{"cost_reduction_percent": "ten"}`);
    await realms.soon(errors, [`[DCIntegration] ${complaint}`]);
    expect(discount()).toEqual([1, 1]);
    expect(ratingBonus()).toEqual([1.05, 1.05]);
    await realms.pass(LIVE_WITHIN);
    for (const bridge of realms.bridges) expect(bridge.takeLog()).toContain(complaint);
    await change("target_effect", `{"cost_reduction_percent": 30}`);
    await realms.soon(discount, 1.3);
    for (const log of realms.logs()) {
      expect(log.filter((line) => line.includes("synergy 1 "))).toEqual([
        complaint,
        "dc_system_synergies: synergy 1 is right now, or gone",
      ]);
    }
  });

  test("a cap of a bonus holds in both", async () => {
    await realms.edit(
      "INSERT INTO dc_synergy_caps VALUES ('itemupgrade', 'cost_reduction_percent', 0, 1.05)",
    );
    await realms.soon(discount, 1.05);
    await realms.edit("DELETE FROM dc_synergy_caps");
    await realms.soon(discount, 1.1);
  });

  test("a setting counts in both; a wrong one is named once in each, and the amount before it stays", async () => {
    expect(perKill()).toEqual([250, 250]);
    await setting("pvp_season_xp", "400");
    await realms.soon(perKill, 400);
    await setting("pvp_season_xp", "many");
    const complaint = "[DCIntegration] dc_settings: setting 'pvp_season_xp': 'many' is not a whole number";
    await realms.soon(errors, [complaint]);
    await setting("quest_season_xp", "7");
    await realms.pass(LIVE_WITHIN);
    expect(errors()).toEqual([[complaint], [complaint]]);
    expect(perKill()).toEqual([400, 400]);
  });
});
