import { expect, test } from "vitest";
import { readVersion } from "../../scripts/project-version";

test("a version is refused at the build that realm and addon would refuse from each other", () => {
  expect(readVersion('{ "version": "1.2.3-beta.4" }')).toBe("1.2.3-beta.4");
  expect(() => readVersion('{ "version": "1.2.3-darkchaos.20261125" }')).toThrow("at most 20 bytes");
  expect(() => readVersion('{ "version": "1.2.3 beta" }')).toThrow("'1.2.3 beta'");
  expect(() => readVersion("{}")).toThrow("package.json: version must be a string");
});
