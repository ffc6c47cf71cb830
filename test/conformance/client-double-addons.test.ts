import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { clientUnderTest } from "./client-under-test";

const bench = clientUnderTest();

describe("addons", () => {
  let folder: string;

  beforeEach(() => {
    folder = path.join(mkdtempSync(path.join(tmpdir(), "client-double-")), "Sample");
    mkdirSync(folder);
  });

  afterEach(() => {
    rmSync(path.dirname(folder), { recursive: true });
  });

  it("load from a folder: files in order, with their name and a table of their own", () => {
    const toc =
      "## Interface: 30300\r\n## Title: A sample\n## Version: 1.2\n# comment\n\none.lua\nsub\\two.lua\n";
    writeFileSync(path.join(folder, "Sample.toc"), toc);
    writeFileSync(path.join(folder, "one.lua"), "local name, own = ... own.count = 1 error('in ' .. name)");
    mkdirSync(path.join(folder, "sub"));
    writeFileSync(path.join(folder, "sub/two.lua"), "\uFEFFlocal _, own = ... total = own.count + 1");
    bench.client.loadAddon(folder);
    expect(bench.client.isAddonLoaded("Sample")).toBe(true);
    expect(bench.client.errors).toEqual(["Interface\\AddOns\\Sample\\one.lua:1: in Sample"]);
    expect(
      bench.client.run(
        `return total, GetAddOnMetadata("sample", "Version"), IsAddOnLoaded("Sample"), (GetAddOnInfo(1))`,
      ),
    ).toEqual([2, "1.2", 1, "Sample"]);
  });

  it("are not loaded without the addons they depend on", () => {
    bench.addon("Needy", "ran = true", { Dependencies: "AIO_Client, Other" });
    expect(bench.client.isAddonLoaded("Needy")).toBe(false);
    expect(bench.client.run("return rawget(_G, 'ran'), LoadAddOn('Needy')")[0]).toBeNull();
  });

  it("tell a file that does not parse and go on", () => {
    bench.client.loadAddonCode("Broken", [
      { name: "bad.lua", code: "goto done ::done::" },
      { name: "good.lua", code: "reached = true" },
    ]);
    expect(bench.client.errors[0]).toContain("bad.lua:1:");
    expect(bench.client.run("return reached")).toEqual([true]);
  });
});

describe("saved variables", () => {
  const toc = { SavedVariables: "SavedDB, SavedFlag" };

  /** Runs the code in one session and the expression in the next. */
  async function acrossLogout(code: string, expression: string): Promise<unknown[]> {
    bench.addon("Saved", code, toc);
    await bench.restart({ savedVariables: bench.client.logout() });
    bench.addon("Saved", "fileSaw = SavedDB", toc);
    return bench.client.run(`return ${expression}`);
  }

  it("come back with awkward strings, bytes, keys and numbers", async () => {
    const code = `SavedDB = { ["a\\"b\\\\c\\nd\\re]]"] = "\\195\\188\\255\\1\\t", [-1.5] = 0.1, [true] = false,
      list = { 1, "two", { 3 } }, big = 2^53, tiny = 1e-300, [3] = "hole" } SavedFlag = true`;
    const expression = `SavedDB["a\\"b\\\\c\\nd\\re]]"] == "\\195\\188\\255\\1\\t", SavedDB[-1.5], SavedDB[true],
      SavedDB.list, SavedDB.big == 2^53, SavedDB.tiny, SavedDB[3], SavedFlag, fileSaw`;
    const results = await acrossLogout(code, expression);
    expect(results).toEqual([true, 0.1, false, [1, "two", [3]], true, 1e-300, "hole", true, null]);
    expect(bench.client.errors).toEqual([]);
  });

  it("lose functions and keep the rest", async () => {
    expect(
      await acrossLogout(
        "SavedDB = { f = print, n = 1, frame = CreateFrame('Frame') }",
        "SavedDB.f, SavedDB.n",
      ),
    ).toEqual([null, 1]);
  });

  it("are lost whole when they hold an infinity, as on the real client", async () => {
    expect(await acrossLogout("SavedDB = { n = 1, x = math.huge }", "SavedDB")).toEqual([null]);
    expect(bench.client.errors[0]).toContain("Saved.lua");
  });

  it("are there at ADDON_LOADED and written after PLAYER_LOGOUT", () => {
    bench.addon(
      "Saved",
      `local frame = CreateFrame("Frame") frame:RegisterEvent("PLAYER_LOGOUT")
       frame:SetScript("OnEvent", function() SavedDB = "written at logout" end)`,
      toc,
    );
    expect(bench.client.logout().get("Saved")).toBe('\nSavedDB = "written at logout"\n');
  });
});
