import { describe, expect, it } from "vitest";
import { clientUnderTest } from "./client-under-test";

const bench = clientUnderTest();

describe("frames", () => {
  it("are globals by their name, with $parent in it", () => {
    bench.client.run(
      `local frame = CreateFrame("Frame", "Outer") CreateFrame("BUTTON", "$parentClose", frame)`,
    );
    expect(
      bench.client.run(
        "return OuterClose:GetName(), OuterClose:GetParent() == Outer, OuterClose:GetObjectType()",
      ),
    ).toEqual(["OuterClose", true, "Button"]);
  });

  it("are visible when everything above them is shown, and tell it to their scripts", () => {
    bench.client.run(`log = {}
      outer = CreateFrame("Frame") inner = CreateFrame("Frame", nil, outer)
      inner:SetScript("OnShow", function() tinsert(log, "show") end)
      inner:SetScript("OnHide", function() tinsert(log, "hide") end)
      outer:Hide() outer:Hide()`);
    expect(bench.client.run("return inner:IsShown(), inner:IsVisible()")).toEqual([1, null]);
    bench.client.run("inner:Hide() outer:Show() inner:Show()");
    expect(bench.client.run("return log, inner:IsVisible()")).toEqual([["hide", "show"], 1]);
  });

  it("run OnUpdate with the elapsed time while visible, in steps of at most 0.05 seconds", () => {
    bench.client.run(`count, sum, longest = 0, 0, 0 started = GetTime() frame = CreateFrame("Frame")
      frame:SetScript("OnUpdate", function(self, elapsed)
        count, sum, longest = count + 1, sum + elapsed, max(longest, elapsed) end)`);
    expect(bench.client.onUpdateCount()).toBe(1);
    bench.client.tick(0.12);
    const [count, sum, longest, passed] = bench.client.run("return count, sum, longest, GetTime() - started");
    expect(count).toBe(3);
    expect(sum).toBeCloseTo(0.12, 9);
    expect(passed).toBeCloseTo(0.12, 9);
    expect(longest).toBeLessThanOrEqual(0.05);
    bench.client.run("frame:Hide()");
    bench.client.tick(1);
    expect(bench.client.run("return count")).toEqual([3]);
    expect(bench.client.onUpdateCount()).toBe(0);
    bench.client.run(`frame:Show() frame:SetScript("OnUpdate", nil)`);
    expect(bench.client.onUpdateCount()).toBe(0);
  });

  it("get events they registered, in order, until they unregister", () => {
    bench.client.run(`log = {}
      for i = 1, 3 do local frame = CreateFrame("Frame", "Listener" .. i)
        frame:SetScript("OnEvent", function(self, event, ...) tinsert(log, i .. event .. tostring((...))) end) end
      Listener1:RegisterEvent("PLAYER_LOGIN") Listener2:RegisterEvent("PLAYER_LOGIN")
      Listener2:RegisterEvent("ADDON_LOADED") Listener1:RegisterEvent("PLAYER_ENTERING_WORLD")
      Listener1:UnregisterEvent("PLAYER_ENTERING_WORLD")`);
    bench.addon("Late", "");
    bench.client.enterWorld();
    expect(bench.client.run("return log")).toEqual([
      ["2ADDON_LOADEDLate", "1PLAYER_LOGINnil", "2PLAYER_LOGINnil"],
    ]);
  });

  it("survive a faulty script: the error is recorded and the others run", () => {
    bench.client.run(`for i = 1, 2 do local frame = CreateFrame("Frame") frame:RegisterEvent("PLAYER_LOGIN")
      frame:SetScript("OnEvent", function() reached = i if i == 1 then error("faulty") end end) end`);
    bench.client.enterWorld();
    expect(bench.client.run("return reached")).toEqual([2]);
    expect(bench.client.errors).toEqual(["run:2: faulty"]);
  });

  it("keep the order of hooks and the original script", () => {
    const code = `local order = {} local button = CreateFrame("Button")
      button:SetScript("OnClick", function(_, mouse) tinsert(order, "original " .. mouse) end)
      button:HookScript("OnClick", function() tinsert(order, "hook") end)
      button:Click() button:Disable() button:Click() return order, button:IsEnabled()`;
    expect(bench.client.run(code)).toEqual([["original LeftButton", "hook"], 0]);
  });

  it("keep anchors, sizes and plain properties", () => {
    const code = `local frame = CreateFrame("Frame", nil, UIParent)
      frame:SetPoint("TOP", 3, -4) frame:SetPoint("TOP", UIParent, "BOTTOM", 5, 6) frame:SetSize(10, 20)
      frame:SetAlpha(0.5) frame:SetFrameStrata("HIGH") frame:EnableMouse(true) frame:SetMovable(false)
      local point, to, relative, x, y = frame:GetPoint()
      return point, to == UIParent, relative, x, y, frame:GetNumPoints(), frame:GetWidth(), frame:GetHeight(),
        frame:GetAlpha(), frame:GetFrameStrata(), frame:IsMouseEnabled(), frame:IsMovable()`;
    expect(bench.client.run(code)).toEqual(["TOP", true, "BOTTOM", 5, 6, 1, 10, 20, 0.5, "HIGH", 1, null]);
  });

  it("have edges once they hang on something, and stretch between two anchors", () => {
    const code = `local frame = CreateFrame("Frame", nil, UIParent)
      local before = select("#", frame:GetCenter())
      frame:SetSize(100, 40) frame:SetPoint("TOPRIGHT", -10, -20)
      local bar = CreateFrame("Frame", nil, frame)
      bar:SetPoint("TOPLEFT", frame, "BOTTOMLEFT", 5, -2) bar:SetPoint("RIGHT", frame) bar:SetHeight(8)
      return before, frame:GetLeft(), frame:GetTop(), frame:GetRight(), frame:GetBottom(), bar:GetWidth()`;
    const [screenWidth, screenHeight] = bench.client.run("return UIParent:GetSize()").map(Number);
    const right = (screenWidth ?? 0) - 10;
    const top = (screenHeight ?? 0) - 20;
    expect(bench.client.run(code)).toEqual([0, right - 100, top, right, top - 40, 95]);
  });

  it("survive anchors in a circle", () => {
    const code = `local one, other = CreateFrame("Frame"), CreateFrame("Frame")
      one:SetPoint("LEFT", other) other:SetPoint("LEFT", one) return one:GetLeft()`;
    expect(bench.client.run(code)).toEqual([null]);
  });

  it("take their strata and level from the parent", () => {
    const code = `local outer = CreateFrame("Frame") outer:SetFrameStrata("DIALOG") outer:SetFrameLevel(7)
      local inner = CreateFrame("Button", nil, outer) return inner:GetFrameStrata(), inner:GetFrameLevel()`;
    expect(bench.client.run(code)).toEqual(["DIALOG", 8]);
  });

  it("hold values within their limits and tell changes", () => {
    const code = `local bar, seen = CreateFrame("StatusBar"), {}
      bar:SetScript("OnValueChanged", function(_, value) tinsert(seen, value) end)
      bar:SetMinMaxValues(0, 10) bar:SetValue(15) bar:SetValue(10) bar:SetMinMaxValues(0, 5)
      local check = CreateFrame("CheckButton", "Check", nil, "UICheckButtonTemplate")
      CheckText:SetText("label") check:Click()
      return bar:GetValue(), seen, check:GetChecked(), CheckText:GetText()`;
    expect(bench.client.run(code)).toEqual([5, [10, 5], 1, "label"]);
  });

  it("show texts that the player can see", () => {
    bench.client.run(`toast = CreateFrame("Frame", "DCToast1", UIParent)
      local text = CreateFrame("Frame", nil, toast):CreateFontString(nil, "OVERLAY", "GameFontNormal")
      text:SetFormattedText("%d tokens", 75)
      CreateFrame("Frame", "Other"):CreateFontString():SetText("other")`);
    expect(bench.client.shownTexts("DCToast")).toEqual(["75 tokens"]);
    expect(bench.client.shownTexts()).toContain("other");
    bench.client.run("toast:Hide()");
    expect(bench.client.shownTexts("DCToast")).toEqual([]);
  });

  it("play animations by order and finish", () => {
    bench.client.run(`log = {} frame = CreateFrame("Frame") group = frame:CreateAnimationGroup()
      local first, second = group:CreateAnimation("Alpha"), group:CreateAnimation("Translation")
      first:SetDuration(0.5) first:SetChange(-1) second:SetDuration(0.25) second:SetOrder(2) second:SetStartDelay(0.25)
      group:SetScript("OnFinished", function(self) tinsert(log, "finished") end) group:Play()`);
    bench.client.tick(0.9);
    expect(bench.client.run("return log, group:IsPlaying(), group:GetDuration()")).toEqual([{}, 1, 1]);
    bench.client.tick(0.2);
    expect(bench.client.run("return log, group:IsPlaying(), group:IsDone()")).toEqual([
      ["finished"],
      null,
      1,
    ]);
    bench.client.run(`group:SetLooping("REPEAT") group:Play()`);
    bench.client.tick(3.3);
    expect(bench.client.run("return group:IsPlaying()")).toEqual([1]);
    bench.client.run("group:Finish()");
    bench.client.tick(1);
    expect(bench.client.run("return #log, group:IsPlaying()")).toEqual([2, null]);
  });
});
