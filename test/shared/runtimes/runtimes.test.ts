import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { MAXIMUM_AMOUNT } from "../../../shared/catalog/number-types";
import { PROFILE_FIELDS } from "../../../shared/catalog/profile-fields";
import { UNLOCK_TYPES } from "../../../shared/catalog/unlock-types";
import { outcomes } from "./apply-driver";

const SPECS = "dist/test/specs";
const LUAS = ["lua5.1", "luajit", "lua5.2", "lua5.3", "lua5.4"];
const RUN_DRIVER =
  `package.path = "${SPECS}/?.lua;" .. package.path ` +
  `io.write(require("test.shared.runtimes.apply-driver").outcomes(io.read("*a")))`;

const amount = fc.oneof(
  fc.integer({ min: 0, max: 1000 }),
  fc.maxSafeNat(),
  fc.constantFrom(0, 1, 255, 256, 4294967295, 4294967296, MAXIMUM_AMOUNT),
);
const stat = fc.constantFrom(...PROFILE_FIELDS.map((field) => field.column));
const currency = fc.constantFrom(1, 2, 3);
const unlockType = fc.constantFrom(...UNLOCK_TYPES.map((row) => row.name));

const operation = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.boolean(), amount, stat)
      .map(([up, by, name]) => `add ${up ? by : -by} 0 ${name} spec`),
  },
  { weight: 2, arbitrary: fc.tuple(amount, stat).map(([value, name]) => `set ${value} 0 ${name} spec`) },
  { weight: 4, arbitrary: fc.tuple(amount, currency).map(([value, id]) => `earn ${value} ${id}  spec`) },
  { weight: 4, arbitrary: fc.tuple(amount, currency).map(([value, id]) => `spend ${value} ${id}  spec`) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.nat(3), unlockType).map(([id, type]) => `unlock 0 ${id} ${type} spec`),
  },
  { weight: 1, arbitrary: fc.constant("delete 0 0  spec") },
);
const sequences = fc.array(fc.array(operation, { minLength: 1, maxLength: 40 }), {
  minLength: 1,
  maxLength: 60,
});

test("random sequences of operations end the same in JavaScript and in every Lua, value for value", () => {
  fc.assert(
    fc.property(sequences, (drawn) => {
      const text = drawn.map((lines) => `${lines.join("\n")}\n\n`).join("");
      const expected = outcomes(text);
      for (const lua of LUAS) {
        const got = execFileSync(lua, ["-e", RUN_DRIVER], { input: text, encoding: "utf8" });
        expect(got, lua).toBe(expected);
      }
    }),
    { numRuns: 12 },
  );
});
