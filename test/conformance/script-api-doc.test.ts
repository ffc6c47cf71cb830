import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { NUMBER_TYPES, type NumberType } from "../../shared/catalog/number-types";
import { PROFILE_FIELDS } from "../../shared/catalog/profile-fields";
import { UNLOCK_TYPES } from "../../shared/catalog/unlock-types";

const manual = readFileSync("docs/script-api.md", "utf8").replaceAll(/ +/g, " ");

function rangeOf(type: NumberType): string {
  return type === "boolean"
    ? "0 or 1; `true` or `false` in the profile"
    : `0 to ${NUMBER_TYPES[type].maximum}`;
}

test("the script API's manual lists every stat with its member, range and meaning", () => {
  const table = /<!-- stats -->\n(.*?)<!-- \/stats -->/s.exec(manual)?.[1] ?? "";
  const expected = PROFILE_FIELDS.map(
    ({ column, name, type, description }) =>
      `| \`${column}\` | \`${name}\` | ${rangeOf(type)} | ${description} |`,
  );
  expect(table.trim().split("\n").slice(2)).toEqual(expected);
});

test("the script API's manual names every unlock type", () => {
  for (const { name } of UNLOCK_TYPES) expect(manual).toContain(`\`${name}\``);
});
