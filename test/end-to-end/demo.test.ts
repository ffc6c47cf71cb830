import { once } from "node:events";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DEMO, DemoFolder } from "./support/demo";

/** What the demo says early, in its story, and when that is over. */
const MOMENTS = ["starting a private MariaDB", "2/5 Boss kill", "The realm plays on"];

let demo: DemoFolder;

beforeEach(() => {
  demo = new DemoFolder();
});

afterEach(() => demo.remove());

test("the demo plays its story, sees everything arrive, and leaves nothing behind", async () => {
  const { code, said } = await demo.play(["--once"]);
  expect(said).toContain("Everything arrived where it should.");
  expect(said).not.toContain("   --  ");
  expect(said).not.toContain("the ledger  ");
  expect(code).toBe(0);
  demo.expectNothingLeft();
});

test("with a bridge that cannot start it says what did not arrive, and fails", async () => {
  const { code, said } = await demo.play(["--once"], { DC_BATCH_SIZE: "wrong" });
  expect(said).toMatch(/ -- +the tables +total_logins .*should be 1: did not arrive/);
  expect(said).toContain("The bridge has ended.");
  expect(said).toContain("Not everything arrived.");
  expect(code).toBe(1);
  demo.expectNothingLeft();
});

test.each(MOMENTS)("Ctrl+C at '%s' ends it and leaves nothing behind", async (moment) => {
  const [program, ...words] = DEMO;
  const running = demo.start(program, words);
  let said = "";
  while (!said.includes(moment)) {
    const [text] = (await once(running.all, "data")) as [Buffer];
    said += text.toString();
  }
  // To the group, as a terminal does: the bridge and MariaDB get it as well.
  process.kill(-(running.pid ?? 0), "SIGINT");
  const { code } = await demo.ended(running);
  expect(code).toBe(moment === "The realm plays on" ? 0 : 1);
  demo.expectNothingLeft();
});

test.each(MOMENTS)(
  "a reader who has seen enough at '%s' ends it, and nothing is left behind",
  async (moment) => {
    const program = DEMO.map((word) => `'${word}'`).join(" ");
    const line = `(${program}; echo "ended with $?" >&2) | sed '\\|${moment}|q' > /dev/null`;
    const { said } = await demo.playLine(line);
    expect(said).toMatch(/^(nobody reads what the demo says: it ends\n)?ended with [01]$/);
    demo.expectNothingLeft();
  },
);
