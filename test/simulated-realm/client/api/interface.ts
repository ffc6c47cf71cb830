import { globals, provide } from "../globals";
import { createFrame } from "../widgets/frame";
import { resolveWidget, type Widget } from "../widgets/state";
import { createWidget } from "../widgets/widget";

interface Panel extends Widget {
  name?: string;
  parent?: string;
}

const panels: Panel[] = [];

/** Lists the panel; the list must be able to show its name. */
function addCategory(panel: Panel): void {
  if (type(panel.name) !== "string") error("InterfaceOptions_AddCategory: the panel has no name", 2);
  panels.push(panel);
}

function panelOf(reference: unknown): Panel | undefined {
  return panels.find((panel) => panel === reference || panel.name === reference);
}

function openToCategory(reference: unknown): void {
  for (const panel of panels) (panel as unknown as { Hide(): void }).Hide();
  const panel = panelOf(reference);
  if (panel !== undefined) (panel as unknown as { Show(): void }).Show();
}

function print(...values: unknown[]): void {
  const texts: string[] = [];
  for (let index = 1; index <= select("#", ...values); index++)
    texts.push(tostring(select(index, ...values)[0]));
  const frame = globals["DEFAULT_CHAT_FRAME"] as { AddMessage(text: string): void };
  frame.AddMessage(texts.join(" "));
}

function contains(list: readonly unknown[], value: unknown): 1 | undefined {
  return list.includes(value) ? 1 : undefined;
}

function createFrames(): void {
  const root = createFrame("Frame", "UIParent");
  createFrame("Frame", "WorldFrame");
  for (const name of ["ChatFrame1", "ChatFrame2"]) createFrame("ScrollingMessageFrame", name, root);
  createFrame("MessageFrame", "UIErrorsFrame", root);
  createFrame("GameTooltip", "GameTooltip", root);
  createFrame("GameTooltip", "ItemRefTooltip", root);
  createFrame("Minimap", "Minimap", root);
  createFrame("Frame", "InterfaceOptionsFrame", root);
  const options = globals["InterfaceOptionsFrame"] as Widget;
  createFrame("Frame", "InterfaceOptionsFramePanelContainer", options);
  resolveWidget("InterfaceOptionsFrame").shown = false;
  resolveWidget("GameTooltip").shown = false;
  resolveWidget("ItemRefTooltip").shown = false;
  provide({ DEFAULT_CHAT_FRAME: globals["ChatFrame1"] });
}

/** Frames and functions of the game's own interface that addons build on. */
export function provideInterface(): void {
  provide({
    CreateFrame: createFrame,
    CreateFont: (name: string) => createWidget("Font", name).widget,
  });
  createFrames();
  provide({
    print,
    message: print,
    tContains: contains,
    SlashCmdList: {},
    hash_SlashCmdList: {},
    UISpecialFrames: [],
    StaticPopupDialogs: {},
    RAID_CLASS_COLORS: { WARRIOR: { r: 0.78, g: 0.61, b: 0.43 } },
    ITEM_QUALITY_COLORS: { [0]: { r: 0.6, g: 0.6, b: 0.6, hex: "|cff999999" } },
    InterfaceOptions_AddCategory: addCategory,
    InterfaceOptionsFrame_OpenToCategory: openToCategory,
  });
}
