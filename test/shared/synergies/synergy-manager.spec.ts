import { parseSynergy } from "../../../shared/synergies/parse-synergy";
import { expectEqual, expectError } from "../expectations";
import { change, DOCUMENT_SYNERGIES, harness, synergyRow } from "./document-synergies";

describe("SynergyManager with the document's rows", () => {
  it("has nothing to complain about", () => {
    expectEqual(harness([]).manager.Load(DOCUMENT_SYNERGIES), []);
  });

  it("gives each bonus from the value on that its condition names", () => {
    const made = harness(DOCUMENT_SYNERGIES);
    const { manager } = made;
    change(made, "prestige_level", 9);
    change(made, "highest_key_completed", 19);
    change(made, "season_pass_level", 49);
    expectEqual(manager.GetBonusMultiplier(1, "itemupgrade", "cost_reduction_percent"), 1);
    expectEqual(manager.GetBonusMultiplier(1, "hotspots", "xp_bonus_percent"), 1.25);
    expectEqual(manager.GetBonusMultiplier(1, "aoeloot", "drop_rate_bonus_percent"), 1);
    expectEqual(manager.GetBonusMultiplier(1, "mythicplus", "rating_bonus_percent"), 1.05);
    expectEqual(manager.GetBonusMultiplier(1, "prestige", "xp_multiplier"), 1);
    change(made, "prestige_level", 10);
    change(made, "highest_key_completed", 20);
    change(made, "season_pass_level", 50);
    expectEqual(manager.GetBonusMultiplier(1, "itemupgrade", "cost_reduction_percent"), 1.1);
    expectEqual(manager.GetBonusMultiplier(1, "aoeloot", "drop_rate_bonus_percent"), 1.15);
    expectEqual(manager.GetBonusMultiplier(1, "prestige", "xp_multiplier"), 1.5);
  });

  it("gives 1 for what no synergy acts on, and to players without a profile", () => {
    const made = harness(DOCUMENT_SYNERGIES);
    change(made, "prestige_level", 10);
    expectEqual(made.manager.GetBonusMultiplier(1, "itemupgrade", "xp_bonus_percent"), 1);
    expectEqual(made.manager.GetBonusMultiplier(1, "nothing", "cost_reduction_percent"), 1);
    expectEqual(made.manager.GetBonusMultiplier(2, "itemupgrade", "cost_reduction_percent"), 1);
  });

  it("lists what they act on, in the order of the rows, and nothing that is switched off or wrong", () => {
    const off = { ...synergyRow(6, "off", ["any", "{}"], ["t", '{"off_percent": 5}']), enabled: false };
    const wrong = synergyRow(7, "wrong", ["any", "{}"], ["t", '{"wrong": 5}']);
    const again = synergyRow(
      8,
      "again",
      ["any", "{}"],
      ["hotspots", '{"xp_bonus_percent": 5, "multiplier": 2}'],
    );
    const { manager } = harness([...DOCUMENT_SYNERGIES, off, wrong, again]);
    expectEqual(
      manager.List().map(({ system, effectType }) => `${system} ${effectType}`),
      [
        "itemupgrade cost_reduction_percent",
        "hotspots xp_bonus_percent",
        "aoeloot drop_rate_bonus_percent",
        "mythicplus rating_bonus_percent",
        "prestige xp_multiplier",
        "hotspots multiplier",
      ],
    );
  });

  it("sees the profile of a player that comes later", () => {
    const made = harness(DOCUMENT_SYNERGIES);
    change(made, "prestige_level", 10);
    expectEqual(made.manager.GetBonusMultiplier(2, "itemupgrade", "cost_reduction_percent"), 1);
    const fields = made.profiles[1];
    if (fields !== undefined) made.profiles[2] = fields;
    expectEqual(made.manager.GetBonusMultiplier(2, "itemupgrade", "cost_reduction_percent"), 1.1);
  });
});

describe("SynergyManager effects", () => {
  const EVERYONE: [string, string] = ["any", "{}"];

  it("adds percentages and multiplies multipliers in the order of the ids", () => {
    const { manager } = harness([
      synergyRow(3, "c", EVERYONE, ["t", '{"percent_multiplier": 10}']),
      synergyRow(1, "a", EVERYONE, ["t", '{"percent_multiplier": 50, "multiplier": 2}']),
      synergyRow(2, "b", EVERYONE, ["t", '{"multiplier": 3}']),
    ]);
    expectEqual(manager.GetBonusMultiplier(1, "t", "percent_multiplier"), 1.6);
    expectEqual(manager.GetBonusMultiplier(1, "t", "multiplier"), 6);
    const order = manager.GetBreakdown(1, "t", "percent_multiplier").steps.map((step) => step.id);
    expectEqual(order, [1, 3]);
  });

  it("never goes below 0, nor beyond what a number can hold", () => {
    const rows = [
      synergyRow(1, "a", EVERYONE, ["t", '{"loss_percent": -80}']),
      synergyRow(2, "b", EVERYONE, ["t", '{"loss_percent": -80}']),
    ];
    for (let id = 3; id <= 203; id++) rows.push(synergyRow(id, "x", EVERYONE, ["t", '{"multiplier": 1000}']));
    const { manager } = harness(rows);
    expectEqual(manager.GetBonusMultiplier(1, "t", "loss_percent"), 0);
    expectEqual(manager.GetBonusMultiplier(1, "t", "multiplier"), 1000000000);
    manager.Load([...rows, synergyRow(204, "none", EVERYONE, ["t", '{"multiplier": 0}'])]);
    expectEqual(manager.GetBonusMultiplier(1, "t", "multiplier"), 0);
  });

  it("keeps to the caps of the target system and effect type", () => {
    const { manager } = harness([]);
    const rows = [
      synergyRow(1, "a", EVERYONE, ["t", '{"gain_percent": 80, "loss_percent": -80}']),
      synergyRow(2, "b", EVERYONE, ["u", '{"gain_percent": 80}']),
    ];
    manager.Load(rows, { t: { gain_percent: { maximum: 1.5 }, loss_percent: { minimum: 0.5 } } });
    expectEqual(manager.GetBonusMultiplier(1, "t", "gain_percent"), 1.5);
    expectEqual(manager.GetBonusMultiplier(1, "t", "loss_percent"), 0.5);
    expectEqual(manager.GetBonusMultiplier(1, "u", "gain_percent"), 1.8);
    expectEqual(manager.GetBreakdown(1, "t", "gain_percent").text, "1.00 + 80 % a = 1.50 (limited)");
  });

  it("holds only when all keys and all operators of a condition hold", () => {
    const made = harness([
      synergyRow(
        1,
        "a",
        ["prestige", '{"prestige_level": {"gt": 2, "lt": 9, "ne": 5}, "mythic_rating": {"in": [10, 20]}}'],
        ["t", '{"percent": 10}'],
      ),
    ]);
    const bonusAt = (level: number, rating: number): number => {
      change(made, "prestige_level", level);
      change(made, "mythic_rating", rating);
      return made.manager.GetBonusMultiplier(1, "t", "percent");
    };
    expectEqual(bonusAt(3, 10), 1.1);
    expectEqual(bonusAt(8, 20), 1.1);
    expectEqual(bonusAt(2, 10), 1);
    expectEqual(bonusAt(9, 10), 1);
    expectEqual(bonusAt(5, 10), 1);
    expectEqual(bonusAt(3, 15), 1);
  });
});

describe("SynergyManager rows", () => {
  it("reports bad rows with id and reason, keeps the others and passes over disabled ones", () => {
    const made = harness([]);
    const [good, ...others] = DOCUMENT_SYNERGIES;
    if (good === undefined) error("the document has rows");
    const bad = { ...good, synergy_id: 6, target_effect: "{" };
    const disabled = { ...good, synergy_id: 8, enabled: false };
    const brokenAndDisabled = { ...bad, synergy_id: 9, enabled: false };
    expectEqual(made.manager.Load([bad, disabled, brokenAndDisabled, good, ...others]), [
      { id: 6, reason: parseSynergy(bad, () => true).complaint },
    ]);
    change(made, "prestige_level", 10);
    expectEqual(made.manager.GetBonusMultiplier(1, "itemupgrade", "cost_reduction_percent"), 1.1);
  });

  it("lets a new Load take the place of the old rows and of what they came to", () => {
    const made = harness(DOCUMENT_SYNERGIES);
    change(made, "prestige_level", 10);
    expectEqual(made.manager.GetBonusMultiplier(1, "itemupgrade", "cost_reduction_percent"), 1.1);
    made.manager.Load([]);
    expectEqual(made.manager.GetBonusMultiplier(1, "itemupgrade", "cost_reduction_percent"), 1);
  });

  it("knows every column of the profile with any system, and no other key", () => {
    const effect: [string, string] = ["t", '{"percent": 10}'];
    const { manager } = harness([]);
    const complaints = manager.Load([
      synergyRow(
        1,
        "a",
        ["fishing", '{"total_boss_kills": {"gte": 1}, "season_pass_premium": true}'],
        effect,
      ),
      synergyRow(2, "b", ["seasons", '{"key_level": 1}'], effect),
      synergyRow(3, "c", ["any", '{"constructor": 1}'], effect),
    ]);
    expectEqual(
      complaints.map((complaint) => complaint.id),
      [2, 3],
    );
  });
});

describe("SynergyManager GetBreakdown", () => {
  it("tells each step and the running total", () => {
    const made = harness([
      synergyRow(1, "Prestige Upgrade Discount", ["prestige", "{}"], ["t", '{"xp_percent": 10}']),
      synergyRow(2, "Not for you", ["prestige", '{"prestige_level": 3}'], ["t", '{"xp_percent": 70}']),
      synergyRow(3, "Tax", ["prestige", "{}"], ["t", '{"xp_percent": -2.5}']),
    ]);
    expectEqual(made.manager.GetBreakdown(1, "t", "xp_percent"), {
      steps: [
        { id: 1, name: "Prestige Upgrade Discount", kind: "percent", value: 10, total: 1.1 },
        { id: 3, name: "Tax", kind: "percent", value: -2.5, total: 1.1 - 0.025 },
      ],
      multiplier: 1.075,
      text: "1.00 + 10 % Prestige Upgrade Discount - 2.5 % Tax = 1.075",
    });
  });

  it("writes multipliers as factors", () => {
    const made = harness(DOCUMENT_SYNERGIES);
    change(made, "highest_key_completed", 20);
    const { text } = made.manager.GetBreakdown(1, "prestige", "xp_multiplier");
    expectEqual(text, "1.00 x 1.50 High Key Prestige XP = 1.50");
  });

  it("is 1.00 where nothing counts", () => {
    const { manager } = harness(DOCUMENT_SYNERGIES);
    expectEqual(manager.GetBreakdown(1, "prestige", "xp_multiplier").text, "1.00");
    expectEqual(manager.GetBreakdown(2, "prestige", "xp_multiplier").text, "1.00");
    expectEqual(manager.GetBreakdown(1, "nothing", "at_all_percent"), {
      steps: [],
      multiplier: 1,
      text: "1.00",
    });
  });

  it("refuses calls without a player", () => {
    const { manager } = harness(DOCUMENT_SYNERGIES);
    const nobody = undefined as unknown as number;
    expectError(() => manager.GetBreakdown(nobody, "prestige", "xp_multiplier"), "low GUID");
    expectError(() => manager.GetBonusMultiplier(nobody, "prestige", "xp_multiplier"), "low GUID");
  });

  it("refuses calls without a system or an effect type, and knows no difference between those that nothing acts on", () => {
    const { manager } = harness(DOCUMENT_SYNERGIES);
    const nothing = undefined as unknown as string;
    for (const ask of [
      (system: string, effect: string) => manager.GetBonusMultiplier(1, system, effect),
      (system: string, effect: string) => manager.GetBreakdown(1, system, effect),
    ]) {
      expectError(() => ask(nothing, "xp_multiplier"), "needs the target system's name, not nil");
      expectError(() => ask("prestige", nothing), "needs the effect type, not nil");
      expectError(() => ask(5 as unknown as string, "x"), "needs the target system's name, not number");
    }
    expectEqual(manager.GetBonusMultiplier(1, "nothing", "xp_multiplier"), 1);
    expectEqual(manager.GetBonusMultiplier(1, "prestige", "nothing"), 1);
  });
});
