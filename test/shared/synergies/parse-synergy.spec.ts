import { parseSynergy, type SynergyRow } from "../../../shared/synergies/parse-synergy";
import { expectEqual } from "../expectations";

function row(source_condition: string, target_effect = '{"xp_bonus_percent": 5}'): SynergyRow {
  return {
    synergy_id: 7,
    synergy_name: "Name",
    source_system: "prestige",
    source_condition,
    target_system: "hotspots",
    target_effect,
    enabled: true,
  };
}

function complaintAbout(judged: SynergyRow): string | undefined {
  return parseSynergy(judged, (_system, key) => key === "prestige_level" || key === "rank").complaint;
}

describe("parseSynergy", () => {
  it("reads conditions and effects in the order of the row", () => {
    const { synergy } = parseSynergy(
      row(
        '{"rank": 3, "prestige_level": {"lte": 20, "gte": 10, "in": [10, 15]}}',
        '{"z_percent": 2.5, "a_multiplier": 1.5}',
      ),
      () => true,
    );
    expectEqual(synergy, {
      id: 7,
      name: "Name",
      sourceSystem: "prestige",
      conditions: [
        { key: "rank", comparisons: [{ operator: "eq", operands: [3] }] },
        {
          key: "prestige_level",
          comparisons: [
            { operator: "lte", operands: [20] },
            { operator: "gte", operands: [10] },
            { operator: "in", operands: [10, 15] },
          ],
        },
      ],
      targetSystem: "hotspots",
      effects: [
        { type: "z_percent", kind: "percent", value: 2.5 },
        { type: "a_multiplier", kind: "multiplier", value: 1.5 },
      ],
    });
  });

  it("takes booleans as 1 and 0", () => {
    const { synergy } = parseSynergy(row('{"rank": true, "prestige_level": {"ne": false}}'), () => true);
    expectEqual(synergy?.conditions, [
      { key: "rank", comparisons: [{ operator: "eq", operands: [1] }] },
      { key: "prestige_level", comparisons: [{ operator: "ne", operands: [0] }] },
    ]);
  });

  it("takes a condition without keys, which holds for everyone", () => {
    expectEqual(complaintAbout(row("{}")), undefined);
  });

  it("takes a name with both words as a percentage, as the document does", () => {
    const { synergy } = parseSynergy(row("{}", '{"multiplier_percent": 5}'), () => true);
    expectEqual(synergy?.effects, [{ type: "multiplier_percent", kind: "percent", value: 5 }]);
  });

  it("asks whether the source system has the value", () => {
    const asked: string[] = [];
    parseSynergy(row('{"rank": 1}'), (system, key) => {
      asked.push(`${system}/${key}`);
      return true;
    });
    expectEqual(asked, ["prestige/rank"]);
  });
});

describe("parseSynergy complains in words", () => {
  const conditions: [condition: string, problem: string][] = [
    ["", "it is empty"],
    ["10", "it must be an object in braces, not number"],
    ['{"rank": {"gte": 1}', "',' or '}' is missing, at the end"],
    ['{"shoe_size": 1}', "'prestige' has no value 'shoe_size' to ask for"],
    ['{"rank": "ten"}', "'rank' must be a number, not text"],
    ['{"rank": 1.5}', "'rank' must be a whole number"],
    ['{"rank": 9007199254740992}', "'rank' must be a whole number"],
    ['{"rank": {}}', "'rank' has no operator"],
    ['{"rank": {"atleast": 1}}', "'rank': there is no operator 'atleast'"],
    ['{"rank": {"gte": "10"}}', "'rank': 'gte' must be a number, not text"],
    ['{"rank": {"gte": null}}', "'rank': 'gte' must be a number, not null"],
    ['{"rank": {"gte": [1]}}', "'rank': 'gte' must be a number, not array"],
    ['{"rank": {"in": 1}}', "'rank': 'in' must be a list of numbers"],
    ['{"rank": {"in": []}}', "'rank': 'in' must be a list of numbers"],
    ['{"rank": {"in": [1, "2"]}}', "'rank': each number of 'in' must be a number, not text"],
  ];
  for (const [condition, problem] of conditions) {
    it(`about the condition ${condition}`, () => {
      expectEqual(complaintAbout(row(condition)), `synergy 7 'Name': source_condition: ${problem}`);
    });
  }

  const effects: [effect: string, problem: string][] = [
    ["", "it is empty"],
    ["{}", "there is no effect in it"],
    ["[5]", "it must be an object in braces, not array"],
    ['{"xp_bonus": 5}', "'xp_bonus' must have 'percent' or 'multiplier' in its name to count"],
    ['{"xp_percent": "5"}', "'xp_percent' must be a number, not text"],
    ['{"xp_percent": true}', "'xp_percent' must be a number, not boolean"],
    ['{"xp_percent": -100.5}', "'xp_percent' must be from -100 to 10000"],
    ['{"xp_percent": 10001}', "'xp_percent' must be from -100 to 10000"],
    ['{"xp_multiplier": -1}', "'xp_multiplier' must be from 0 to 1000"],
    ['{"xp_multiplier": 1001}', "'xp_multiplier' must be from 0 to 1000"],
  ];
  for (const [effect, problem] of effects) {
    it(`about the effect ${effect}`, () => {
      expectEqual(complaintAbout(row("{}", effect)), `synergy 7 'Name': target_effect: ${problem}`);
    });
  }

  it("about systems without a name", () => {
    expectEqual(
      complaintAbout({ ...row("{}"), source_system: "" }),
      "synergy 7 'Name': source_system: it is empty",
    );
    expectEqual(
      complaintAbout({ ...row("{}"), target_system: "" }),
      "synergy 7 'Name': target_system: it is empty",
    );
  });
});
