import { INTEGRATION_SETTINGS } from "../../../shared/catalog/integration-settings";
import { readSetting } from "../../../shared/catalog/read-setting";
import { expectEqual } from "../expectations";

const NAME = "boss_season_xp";
const NO_NUMBERS = [
  "",
  " ",
  "-",
  "12a",
  "a",
  "1.5",
  "5.0",
  "1e3",
  "0x10",
  "0b1",
  "+5",
  " 5",
  "5 ",
  "--5",
  "٣",
];

describe("readSetting", () => {
  it("takes both ends of every setting's range, and its default", () => {
    for (const row of INTEGRATION_SETTINGS) {
      for (const value of [row.minimum, row.maximum, row.default]) {
        expectEqual(readSetting(row.name, value.toFixed(0)), { name: row.name, value });
      }
    }
  });

  it("takes zeros in front", () => {
    expectEqual(readSetting(NAME, "007"), { name: NAME, value: 7 });
  });

  it("says what is out of range, with the range and its unit", () => {
    for (const text of ["-1", "1000001", "99999999999999999999999"]) {
      const complaint = `setting '${NAME}': ${text} is not within 0 to 1000000 season xp`;
      expectEqual(readSetting(NAME, text), { complaint });
    }
  });

  it("says what is no whole number, alike in every language", () => {
    for (const text of NO_NUMBERS) {
      expectEqual(readSetting(NAME, text), {
        complaint: `setting '${NAME}': '${text}' is not a whole number`,
      });
    }
  });

  it("says that a name is unknown", () => {
    expectEqual(readSetting("Boss_Season_XP", "5"), { complaint: "there is no setting 'Boss_Season_XP'" });
  });
});
