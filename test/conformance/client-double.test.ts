import { describe, expect, it } from "vitest";
import { clientApi, clientFunctions } from "../fixtures/client-names";
import { clientUnderTest } from "./client-under-test";

const bench = clientUnderTest();

describe("the client double's Lua", () => {
  it("is Lua 5.1 without the libraries that the client took out", () => {
    const names = "os,io,debug,package,require,loadfile,dofile,load,module";
    const code = `local found = 0 for name in ("${names}"):gmatch("%a+") do
      if rawget(_G, name) ~= nil then found = found + 1 end end return found, _VERSION`;
    expect(bench.client.run(code)).toEqual([0, "Lua 5.1"]);
  });

  it("has no global function that the game lacks", () => {
    const names = bench.client.run(
      `local list = {} for name, value in pairs(_G) do if type(value) == "function" then list[#list + 1] = name end end return list`,
    );
    const known = new Set([...clientFunctions, ...clientApi.lua]);
    const interfaceFunctions = [
      "print",
      "message",
      "tContains",
      "InterfaceOptions_AddCategory",
      "InterfaceOptionsFrame_OpenToCategory",
    ];
    const others = (names[0] as string[]).filter((name) => !known.has(name)).sort();
    expect(others).toEqual(interfaceFunctions.sort());
  });

  it.each([
    [`strsplit(",", "a,,b")`, ["a", "", "b"]],
    [`strsplit(":;", "a:b;c", 2)`, ["a", "b;c"]],
    [`(" "):split("a b")`, ["a", "b"]],
    [`strjoin("-", "a", "b", "c")`, ["a-b-c"]],
    [`strtrim("  a b\\n"), strtrim("--a--", "-")`, ["a b", "a"]],
    [`strlenutf8("Grüße"), strlenutf8("Ж€ý")`, [5, 3]],
    [`format("%d%%", 12.0)`, ["12%"]],
    [`#wipe({ 1, 2, a = 3 }), next(wipe({ a = 1 }))`, [0, null]],
    [`bit.band(0xff, 0x3c), bit.bor(1, 6), bit.bxor(5, 3), bit.bnot(0)`, [60, 7, 6, 4294967295]],
    [`bit.lshift(1, 31), bit.rshift(-1, 28), bit.arshift(-8, 1)`, [2147483648, 15, 4294967292]],
    [`sin(90), floor(deg(math.pi))`, [1, 180]],
    [`getfenv(0) == _G, loadstring("return 1 + 1")()`, [true, 2]],
    [`select("#", pcall(error, nil)), (pcall(error, nil))`, [2, false]],
  ])("gives %s", (code, results) => {
    expect(bench.client.run(`return ${code}`)).toEqual(results);
  });

  it("keeps an addon's damage to shared functions away from itself", () => {
    bench.client.run("pairs, tostring, string.format, rawget = nil, nil, nil, nil");
    bench.client.run(
      `CreateFrame("Frame", "Still"):SetScript("OnUpdate", function(_, elapsed) passed = elapsed end)`,
    );
    bench.client.tick(0.05);
    expect(bench.client.run("return passed")).toEqual([0.05]);
  });

  it("runs hooks behind the original and gives secure calls' errors to the error handler", () => {
    const code = `function Add(a, b) return a + b, "second" end
      hooksecurefunc("Add", function(a) hooked = a end)
      local first, second = Add(2, 3)
      local result = securecall(function() error("inside") end)
      return first, second, hooked, result, issecurevariable("Add"), (issecurevariable("UnitName"))`;
    expect(bench.client.run(code)).toEqual([5, "second", 2, null, null, 1]);
    expect(bench.client.errors).toEqual(["run:4: inside"]);
  });
});

describe("strictness", () => {
  it("reports a global that the game lacks and reads it as nil", () => {
    expect(bench.client.run("return C_Timer, SomeMisspeltName")).toEqual([null, null]);
    expect(bench.client.violations).toEqual(["C_Timer", "SomeMisspeltName"]);
  });

  it("does not report what another addon may define, nor saved variables", () => {
    bench.addon("Probe", "first = ProbeDB local library = LibStub or AIO", { SavedVariables: "ProbeDB" });
    expect(bench.client.violations).toEqual([]);
  });

  it("names a global that the game has and the double does not", () => {
    expect(bench.errorOf("return AuctionFrame_LoadUI")).toContain("'AuctionFrame_LoadUI'");
  });

  it("gives texts and fonts of the game's interface", () => {
    expect(bench.client.run("return type(OKAY), GameFontNormal:GetObjectType()")).toEqual(["string", "Font"]);
  });

  it.each([
    ["SetShown", "Frame", `CreateFrame("Frame"):SetShown(true)`],
    ["SetColorTexture", "Texture", `CreateFrame("Frame"):CreateTexture():SetColorTexture(1, 1, 1)`],
    ["SetText", "Frame", `CreateFrame("Frame"):SetText("x")`],
    [
      "SetFromAlpha",
      "Alpha",
      `CreateFrame("Frame"):CreateAnimationGroup():CreateAnimation("Alpha"):SetFromAlpha(1)`,
    ],
  ])("has no method %s on a %s", (method, _type, code) => {
    expect(bench.errorOf(code)).toContain(`attempt to call method '${method}' (a nil value)`);
  });

  it("gives every frame type all methods of the lists and no other", () => {
    for (const type of clientApi.frame_types) {
      const [methods] = bench.client.run(
        `local list = {} for name in pairs(getmetatable(CreateFrame("${type}")).__index) do list[#list + 1] = name end return list`,
      );
      const own = clientApi.widgets[type] ?? [];
      expect(methods).toEqual(expect.arrayContaining([...own, "SetPoint", "GetName", "RegisterEvent"]));
      expect(methods).not.toEqual(expect.arrayContaining(["SetShown"]));
    }
  });

  it("names an unknown event, frame type, template, script and anchor point", () => {
    expect(bench.errorOf(`CreateFrame("Frame"):RegisterEvent("GROUP_ROSTER_UPDATE")`)).toContain(
      "GROUP_ROSTER_UPDATE",
    );
    expect(bench.errorOf(`CreateFrame("Toast")`)).toContain("Toast");
    expect(bench.errorOf(`CreateFrame("Frame", nil, nil, "BackdropTemplate")`)).toContain("BackdropTemplate");
    expect(bench.errorOf(`CreateFrame("Frame"):SetScript("OnClick", print)`)).toContain("OnClick");
    expect(bench.errorOf(`CreateFrame("Frame"):SetPoint("MIDDLE")`)).toContain("MIDDLE");
  });
});

describe("the player and the game's tables", () => {
  it("know the player", () => {
    expect(
      bench.client.run(`return UnitName("player"), UnitLevel("player"), GetLocale(), UnitName("target")`),
    ).toEqual(["Thrall", 80, "enUS"]);
  });

  it("answer for an item only after the server has", () => {
    expect(bench.client.run("return select('#', GetItemInfo(49426))")).toEqual([0]);
    bench.client.tick(0.05);
    expect(
      bench.client.run("return select('#', GetItemInfo(49426)), select('#', GetSpellInfo(48441))"),
    ).toEqual([11, 9]);
  });
});
