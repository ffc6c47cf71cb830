import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createDemoProgram } from "../simulated-realm/demo/command-line";
import { DEMO, DemoFolder } from "./support/demo";

let demo: DemoFolder;
let folder: string;

beforeEach(() => {
  demo = new DemoFolder();
  folder = mkdtempSync(join(tmpdir(), "dc-author-"));
});

afterEach(() => {
  demo.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Writes files into the author's folder. Their paths. */
function write(files: Readonly<Record<string, string>>): string[] {
  return Object.entries(files).map(([name, text]) => {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  });
}

describe("the page about trying a script", () => {
  const page = readFileSync("docs/try-your-script.md", "utf8");

  /** Files of the page: their names stand in their first lines. */
  const files = Object.fromEntries(
    [...page.matchAll(/^```(?:lua|sql)\n-- (\S+)\n(.*?)^```/gms)].map(([block, name = ""]) => [
      name,
      block.split("\n").slice(1, -1).join("\n"),
    ]),
  );
  const examples = [...page.matchAll(/^```sh\n(.*?)^```\n\n```text\n(.*?)^```/gms)].map(
    ([, command = "", output = ""]) => [command.trim(), output.trimEnd().split("\n")] as const,
  );

  test("has a command for scripts, addons, rows, map states and errors", () => {
    const words = examples.map(([command]) => command).join(" ");
    for (const option of ["--script", "--addon", "--sql", "--lua", "--chat", "--map-states"]) {
      expect(words).toContain(option);
    }
    expect(Object.keys(files)).toEqual(["broken.lua", "bounty_bonus.sql", "naxxramas.lua"]);
  });

  test("names every option", () => {
    for (const option of createDemoProgram().options) expect(page).toContain(`| \`${option.flags}\``);
  });

  test.each(examples)("%s says what stands below it", async (command, output) => {
    expect(command.startsWith("npm start -- ")).toBe(true);
    write(files);
    symlinkSync(resolve("examples"), join(folder, "examples"));
    const line = command.replace("npm start --", DEMO.join(" "));
    const { code, lines } = await demo.playLine(line, { INIT_CWD: folder });
    expect(lines.filter((said) => output.includes(said))).toEqual(output);
    expect(code).toBe(output.includes("No error.") ? 0 : 1);
    demo.expectNothingLeft();
  });
});

describe("the demo with somebody's own code", () => {
  const ADDON_TOC = "## Interface: 30300\n## SavedVariables: CounterDB\n## Dependencies: DCIntegration\n";
  const COUNTER = `
    local frame = CreateFrame("Frame")
    frame:RegisterEvent("PLAYER_LOGIN")
    frame:SetScript("OnEvent", function()
      CounterDB = (CounterDB or 0) + 1
      DEFAULT_CHAT_FRAME:AddMessage("start " .. CounterDB)
    end)
    SLASH_COUNTER1 = "/counter"
    SlashCmdList["COUNTER"] = function(text) DEFAULT_CHAT_FRAME:AddMessage("counter " .. text .. " " .. CounterDB) end
  `;

  test("keeps an addon and what it saved over a /reload, and runs its slash command", async () => {
    write({
      "Counter/Counter.toc": `${ADDON_TOC}Counter.lua\n`,
      "Counter/Counter.lua": COUNTER,
    });
    const { code, lines } = await demo.play([
      ...["--once", "--addon", join(folder, "Counter")],
      ...["--chat", "/counter a", "--chat", "/reload", "--chat", "/counter b"],
    ]);
    const chat = lines.filter((line) => line.includes("Arthas's chat")).map((line) => line.slice(28));
    expect(chat.filter((line) => /^(start|counter) /.test(line))).toEqual([
      "start 1",
      "counter a 1",
      "start 2",
      "counter b 2",
    ]);
    expect(code).toBe(0);
  });

  test("shows each error of scripts, addons and calls with its line, and fails", async () => {
    write({
      "syntax.lua": "local x = = 5",
      "hook.lua": "\nRegisterPlayerEvent(3, function(_, player) player:Dance() end)",
      "says.lua": 'PrintError("says.lua is not content")',
      "Bad/Bad.toc": `${ADDON_TOC}bad.lua\nframe.xml\n`,
      "Bad/bad.lua": "\n\nlocal nothing\nnothing.x = 1",
      "Alone/Alone.toc": "## Interface: 30300\n## Dependencies: LibNobodyHas\n",
    });
    const scripts = ["syntax.lua", "hook.lua", "says.lua"].map((name) => join(folder, name));
    const addons = ["Bad", "Alone"].map((name) => join(folder, name));
    const { code, lines } = await demo.play([
      ...["--once", "--script", ...scripts, "--addon", ...addons],
      ...["--lua", "DC.PlayerProfile:AddCurrency(1, 2)", "--chat", ".nobody has this"],
    ]);
    const errors = lines.filter((line) => line.startsWith("   !!  ")).map((line) => line.slice(7));
    const expected = [
      "the realm            syntax.lua:1: unexpected symbol near '='",
      "the realm            hook.lua:2: attempt to call method 'Dance' (a nil value)",
      "the realm            says.lua is not content",
      "Arthas's addons      Interface\\AddOns\\Bad\\bad.lua:4: attempt to index local 'nothing' (a nil value)",
      "Arthas's addons      Bad/frame.xml: the client double runs Lua and reads no XML",
      "Arthas's addons      Alone is not loaded: it needs LibNobodyHas, before it",
      "--lua                run:1: DC.PlayerProfile:AddCurrency: amount must be a number, not nil",
      "the realm            no script has this command",
    ];
    expect([...new Set(errors)].sort()).toEqual([...expected].sort());
    expect(lines).toContain(`${errors.length} errors, marked with !!`);
    expect(code).toBe(1);
    demo.expectNothingLeft();
  });

  test("shows values that the author's script has changed, which is no error", async () => {
    const handler = "function(event) DC.PlayerProfile:AddCurrency(event.player, 2, 10, 'pays') end";
    const [script = ""] = write({ "pays.lua": `DC.EventBus:Subscribe("BOSS_KILL", ${handler})` });
    const { code, said } = await demo.play(["--once", "--script", script]);
    expect(said).toMatch(/the realm +GetCurrency\(1, 2\) +435 +\(without your code: 425\)/);
    expect(code).toBe(0);
  });

  test("ends where a script does what no server survives", async () => {
    const handler = 'function() CharDBQuery("SELECT * FROM no_such_table") end';
    const [script = ""] = write({ "freezes.lua": `RegisterPlayerEvent(3, ${handler})` });
    const { code, said } = await demo.play(["--once", "--script", script]);
    expect(said).toContain("world frozen by: SELECT * FROM no_such_table");
    expect(code).toBe(1);
    demo.expectNothingLeft();
  });
});
