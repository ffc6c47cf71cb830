import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const SPECS = "dist/test/specs";
const RUN_FISHING =
  `package.path = "${SPECS}/?.lua;" .. package.path ` +
  `io.write(require("test.shared.systems.documented-system").runFishing(io.read("*a")))`;

test.each(["lua5.1", "luajit", "lua5.2", "lua5.3", "lua5.4"])(
  "the manual's example system works on %s",
  (lua) => {
    const [, script] = /```lua\n(.*?)```/s.exec(readFileSync("docs/systems.md", "utf8")) ?? [];
    const output = execFileSync(lua, ["-e", RUN_FISHING], { input: script ?? "", encoding: "utf8" });
    expect(output.split("\n")).toEqual([
      "7 got 4 of 2 from fishing",
      "7 got 6 of 2 from fishing",
      "7 got 6 of 2 from fishing",
      "7 got 4 of 2 from fishing",
      "fishing running",
    ]);
  },
);
