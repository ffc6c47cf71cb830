import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { clientApi, clientGlobals, widgetMethods } from "../fixtures/client-names";
import { foreignWrites, luaNames, syntaxFault, unknownMethods, unknownReads } from "./lua-names";

const folder = fileURLToPath(new URL("../../dist/Interface/AddOns/DCIntegration", import.meta.url));

/** The generated addon's Lua texts by file name. */
function addonTexts(): ReadonlyMap<string, string> {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".lua")) : [];
  if (files.length === 0)
    throw new Error("dist/Interface/AddOns/DCIntegration has no Lua file: run npm run build");
  return new Map(files.map((name) => [name, readFileSync(path.join(folder, name), "utf8")]));
}

describe("the generated addon", () => {
  it("is parsed by Lua 5.1", () => {
    for (const [name, lua] of addonTexts()) expect([name, syntaxFault(lua)]).toEqual([name, ""]);
  });

  it("reads only globals that a 3.3.5a client has", () => {
    for (const [name, lua] of addonTexts()) expect([name, unknownReads(luaNames(lua))]).toEqual([name, []]);
  });

  it("writes only its public globals", () => {
    for (const [name, lua] of addonTexts()) expect([name, foreignWrites(luaNames(lua))]).toEqual([name, []]);
  });

  it("calls only methods that 3.3.5a widgets, strings, libraries or its own objects have", () => {
    for (const [name, lua] of addonTexts()) expect([name, unknownMethods(luaNames(lua))]).toEqual([name, []]);
  });
});

describe("the check of an addon's names", () => {
  it.each([
    ["goto done ::done::", "'='"],
    ["local x <const> = 1", "<const>"],
    ["return 7 // 2", "'/'"],
  ])("finds what Lua 5.1 can't parse: %s", (lua, fault) => {
    expect(syntaxFault(lua)).toContain(fault === "<const>" ? "'<'" : fault);
  });

  it.each([
    ["C_Timer.After(1, print)", "C_Timer"],
    ["local function f() return function() return os.time() end end", "os"],
    ["local trace = debug.traceback()", "debug"],
    ["return _G.C_ChatInfo", "C_ChatInfo"],
    ["local globals = _G return globals.Settings", "Settings"],
    ["return itemName", "itemName"],
    ["return MisspeltName", "MisspeltName"],
  ])("finds a global that the client lacks: %s", (lua, name) => {
    expect(unknownReads(luaNames(lua))).toEqual([name]);
  });

  it.each([
    ["leaked = 1", "leaked"],
    ["_G.Leaked = tostring(1)", "Leaked"],
    ["function UnitName() end", "UnitName"],
  ])("finds a global that an addon must not write: %s", (lua, name) => {
    expect(foreignWrites(luaNames(lua))).toEqual([name]);
  });

  it.each([
    ["frame:SetShown(true)", "SetShown"],
    ["CreateFrame('Frame'):CreateTexture():SetColorTexture(1, 1, 1)", "SetColorTexture"],
    ["UIParent:RegisterUnitEvent('UNIT_HEALTH', 'player')", "RegisterUnitEvent"],
    ["return ('x'):pack()", "pack"],
  ])("finds a method that nothing has: %s", (lua, name) => {
    expect(unknownMethods(luaNames(lua))).toEqual([name]);
  });

  it("accepts what an addon may do", () => {
    const names = luaNames(`
      local Bus = {} function Bus:Fire(name) return name:upper() end
      local Own = {} function Own.Notify(self) return self end
      DCIntegration, DCEventBus, SLASH_DCI1 = Own, Bus, "/dci"
      _G.DCIntegrationDB = _G.DCIntegrationDB or {}
      if LibStub then LibStub:GetLibrary("X", true) end
      local frame = CreateFrame("Frame", nil, UIParent) frame:SetPoint("CENTER")
      AIO.Msg():Add("DC", OKAY):Send() DCIntegration:Notify() GameFontNormal:GetFont()`);
    expect([unknownReads(names), foreignWrites(names), unknownMethods(names)]).toEqual([[], [], []]);
  });

  it("has lists that do not contradict themselves", () => {
    expect(clientApi.absent_globals.filter((name) => clientGlobals.has(name))).toEqual([]);
    expect(clientApi.absent_methods.filter((name) => widgetMethods.has(name))).toEqual([]);
    const methods = Object.values(clientApi.widgets).flat();
    expect([methods.length, Object.values(clientApi.globals).flat().length]).toEqual([675, 2019]);
  });
});
