import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { clientDeclarations } from "../../scripts/client-types";

const addon = fileURLToPath(new URL("../../addon", import.meta.url));

const accepted: Readonly<Record<string, string>> = {
  "a handler for one event names the types of its arguments": `
    const frame = CreateFrame("Frame", "DCFrame", UIParent);
    frame.RegisterEvent("CHAT_MSG_ADDON");
    frame.SetScript("OnEvent", (self: WoWAPI.Frame, event: "CHAT_MSG_ADDON", prefix: string, text: string) => {
      if (event === "CHAT_MSG_ADDON") self.SetAlpha(prefix.length + text.length);
    });
    frame.SetScript("OnEvent", (self, event, first) => {
      if (event === "ADDON_LOADED" && type(first) === "string") self.UnregisterEvent(event);
    });`,
  "OnUpdate gets the elapsed seconds, a script can be taken away": `
    const frame = CreateFrame("Frame");
    frame.SetScript("OnUpdate", (self, elapsed) => { self.SetAlpha(elapsed * 2); });
    frame.SetScript("OnUpdate", undefined);`,
  "the frame type decides the methods": `
    const button = CreateFrame("Button", undefined, UIParent, "UIPanelButtonTemplate");
    button.SetScript("OnClick", (self, mouse) => { if (mouse === "LeftButton") self.Disable(); });
    const bar = CreateFrame("StatusBar");
    bar.SetMinMaxValues(0, 100);
    bar.SetStatusBarColor(1, 0, 0);
    const box = CreateFrame("CheckButton");
    if (box.GetChecked()) PlaySound("igMainMenuOptionCheckBoxOn");`,
  "textures, texts, backdrops and animations": `
    const frame = CreateFrame("Frame");
    frame.SetBackdrop({ bgFile: "Interface\\\\Tooltips\\\\UI-Tooltip-Background", tile: true, tileSize: 16 });
    const icon = frame.CreateTexture(undefined, "ARTWORK");
    icon.SetTexture("Interface\\\\Icons\\\\INV_Misc_QuestionMark");
    icon.SetTexture(0, 0, 0, 0.5);
    const text = frame.CreateFontString(undefined, "OVERLAY", "GameFontNormal");
    text.SetFontObject(GameFontNormal);
    text.SetPoint("TOPLEFT", icon, "TOPRIGHT", 4, 0);
    const group = frame.CreateAnimationGroup();
    const fade = group.CreateAnimation("Alpha");
    fade.SetChange(-1);
    fade.SetDuration(0.5);
    group.SetScript("OnFinished", (self) => { self.Stop(); });
    group.Play();`,
  "the client's globals": `
    const [name, , icon, , , , castTime] = GetSpellInfo(48441);
    if (name !== undefined) DEFAULT_CHAT_FRAME.AddMessage(format("%s %s %d", name, icon, castTime));
    SendAddonMessage("DC", "text", "WHISPER", UnitName("player")[0]);
    SlashCmdList.DCI = (text) => { message(strtrim(text)); };
    hooksecurefunc("ReloadUI", () => { wipe({}); });
    geterrorhandler()(date("%H:%M", time()));
    const library = LibStub === undefined ? undefined : LibStub<{ value: number }>("LibDataBroker-1.1", true);
    tinsert(UISpecialFrames, OKAY + tostring(library?.value) + GetLocale() + (GetItemIcon(49426) ?? ""));`,
};

/** Each is one line whose first fault must be about the quoted name. */
const refused: readonly (readonly [code: string, name: string])[] = [
  ["C_Timer.After(1, () => {});", "C_Timer"],
  ['C_ChatInfo.SendAddonMessage("DC", "x", "PARTY");', "C_ChatInfo"],
  ['CreateFrame("Frame").SetShown(true);', "SetShown"],
  ['CreateFrame("Frame").CreateTexture().SetColorTexture(1, 1, 1);', "SetColorTexture"],
  ['CreateFrame("Frame").RegisterUnitEvent("UNIT_HEALTH", "player");', "RegisterUnitEvent"],
  ['CreateFrame("Frame").RegisterEvent("GROUP_ROSTER_UPDATE");', "GROUP_ROSTER_UPDATE"],
  ['CreateFrame("Frame").SetText("x");', "SetText"],
  ['CreateFrame("Frame").CreateAnimationGroup().CreateAnimation("Alpha").SetFromAlpha(1);', "SetFromAlpha"],
  [
    'UIParent.SetScript("OnEvent", (self: WoWAPI.Frame, event: "ADDON_LOADED", name: number) => {});',
    "No overload",
  ],
  ["PlaySound(888);", "number"],
  ["os.exit();", "os"],
  ['require("x");', "require"],
  ["debug.traceback();", "debug"],
  ['io.write("x");', "io"],
  ['loadfile("x");', "loadfile"],
  ['RegisterAddonMessagePrefix("DC");', "RegisterAddonMessagePrefix"],
  ["const shown: boolean = UIParent.IsShown();", "boolean"],
  ['const unit: string = UnitGUID("player");', "undefined"],
];

/** Type-checks the texts in the place of files of the same name, or as files of the addon, and gives the messages by file name. */
function check(files: ReadonlyMap<string, string>): Map<string, string[]> {
  const config = path.join(addon, "tsconfig.json");
  const read = ts.readConfigFile(config, ts.sys.readFile.bind(ts.sys)).config as unknown;
  const parsed = ts.parseJsonConfigFileContent(read, ts.sys, addon);
  const options = { ...parsed.options, noEmit: true, skipLibCheck: false, noUnusedLocals: false };
  const declarations = parsed.fileNames.filter((file) => file.endsWith(".d.ts"));
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (file) => files.has(path.basename(file)) || fileExists.call(host, file);
  host.getSourceFile = (file, target) => {
    const text = files.get(path.basename(file));
    return text === undefined
      ? getSourceFile.call(host, file, target)
      : ts.createSourceFile(file, text, target);
  };
  const snippets = [...files.keys()].filter((name) => !name.endsWith(".d.ts"));
  const names = snippets.map((name) => path.join(addon, name));
  const messages = new Map<string, string[]>();
  for (const fault of ts.getPreEmitDiagnostics(
    ts.createProgram([...declarations, ...names], options, host),
  )) {
    const name = path.basename(fault.file?.fileName ?? "options");
    const text = ts.flattenDiagnosticMessageText(fault.messageText, "\n");
    messages.set(name, [...(messages.get(name) ?? []), text]);
  }
  return messages;
}

describe("the addon's type declarations", () => {
  const good = Object.entries(accepted);
  let messages = new Map<string, string[]>();

  beforeAll(() => {
    const files = new Map([["client-3.3.5a.d.ts", clientDeclarations()]]);
    good.forEach(([, code], index) => files.set(`accepted-${String(index)}.ts`, `export {};${code}`));
    refused.forEach(([code], index) => files.set(`refused-${String(index)}.ts`, `export {};${code}`));
    messages = check(files);
  });

  it("are free of faults themselves", () => {
    const own = [...messages].filter(([name]) => !/^(accepted|refused)-/.test(name));
    expect(own).toEqual([]);
  });

  it.each(good.map(([title], index) => [title, index] as const))("accept: %s", (_title, index) => {
    expect(messages.get(`accepted-${String(index)}.ts`) ?? []).toEqual([]);
  });

  it.each(refused.map(([code, name], index) => [code, name, index] as const))(
    "refuse: %s",
    (_code, name, index) => {
      expect(messages.get(`refused-${String(index)}.ts`)?.[0]).toContain(name);
    },
  );
});
