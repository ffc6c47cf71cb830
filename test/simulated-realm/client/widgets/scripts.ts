import { callGuarded } from "../errors";
import { host } from "../host";
import {
  flag,
  type MethodTable,
  type ScriptHandler,
  stateOf,
  type Widget,
  type WidgetState,
  words,
} from "./state";

/** Script names by the widget type that brings them; a type has its parents' too. */
const scriptsByType: Record<string, string> = {
  Frame:
    "OnLoad OnEvent OnUpdate OnShow OnHide OnEnter OnLeave OnMouseDown OnMouseUp OnMouseWheel OnDragStart " +
    "OnDragStop OnReceiveDrag OnSizeChanged OnKeyDown OnKeyUp OnChar OnAttributeChanged OnEnable OnDisable",
  Button: "PreClick OnClick PostClick OnDoubleClick",
  EditBox:
    "OnTextChanged OnTextSet OnEnterPressed OnEscapePressed OnSpacePressed OnTabPressed OnEditFocusGained " +
    "OnEditFocusLost OnCursorChanged OnInputLanguageChanged OnCharComposition",
  Slider: "OnValueChanged OnMinMaxChanged",
  StatusBar: "OnValueChanged OnMinMaxChanged",
  ScrollFrame: "OnScrollRangeChanged OnHorizontalScroll OnVerticalScroll",
  ScrollingMessageFrame: "OnMessageScrollChanged OnHyperlinkClick OnHyperlinkEnter OnHyperlinkLeave",
  SimpleHTML: "OnHyperlinkClick OnHyperlinkEnter OnHyperlinkLeave",
  GameTooltip:
    "OnTooltipSetItem OnTooltipSetUnit OnTooltipSetSpell OnTooltipSetQuest OnTooltipSetAchievement " +
    "OnTooltipSetEquipmentSet OnTooltipCleared OnTooltipAddMoney OnTooltipSetDefaultAnchor " +
    "OnTooltipSetFrameStack",
  ColorSelect: "OnColorSelect",
  Model: "OnUpdateModel OnAnimFinished",
  MovieFrame: "OnMovieFinished OnMovieShowSubtitle OnMovieHideSubtitle",
  Animation: "OnLoad OnPlay OnPause OnStop OnFinished OnUpdate",
  AnimationGroup: "OnLoad OnPlay OnPause OnStop OnFinished OnUpdate OnLoop",
};

const scriptSets = new LuaTable<string, LuaSet<string>>();

function scriptsOf(type: string): LuaSet<string> {
  const known = scriptSets.get(type);
  if (known !== undefined) return known;
  const names = new LuaSet<string>();
  for (const ancestor of words(host.lineageOf(type))) {
    for (const name of words(scriptsByType[ancestor] ?? "")) names.add(string.lower(name));
  }
  scriptSets.set(type, names);
  return names;
}

/** Frames with an OnUpdate script, visible or not. Replaced on every change, so that a loop over it stays valid. */
let updating: readonly WidgetState[] = [];

export function framesWithUpdate(): readonly WidgetState[] {
  return updating;
}

function trackUpdate(state: WidgetState, wanted: boolean): void {
  const others = updating.filter((entry) => entry !== state);
  updating = wanted ? [...others, state] : others;
}

function checkedKey(state: WidgetState, name: unknown): string {
  const key = string.lower(tostring(name));
  if (!scriptsOf(state.type).has(key)) {
    error(`${state.name ?? state.type} doesn't have a "${tostring(name)}" script`, 3);
  }
  return key;
}

function storeScript(state: WidgetState, key: string, handler: ScriptHandler | undefined): void {
  if (handler === undefined) state.scripts.delete(key);
  else state.scripts.set(key, handler);
  // Animations have an OnUpdate too; their group runs it.
  if (key === "onupdate" && scriptsOf(state.type).has("onevent")) trackUpdate(state, handler !== undefined);
}

/** Runs a frame's script if it has one; an error goes to the error handler. */
export function runScript(state: WidgetState, name: string, ...args: unknown[]): void {
  const handler = state.scripts.get(string.lower(name));
  if (handler !== undefined) callGuarded(handler, state.widget, ...args);
}

export const scriptMethods: MethodTable = {
  HasScript: (self: Widget, name: unknown) =>
    flag(scriptsOf(stateOf(self).type).has(string.lower(tostring(name)))),
  GetScript: (self: Widget, name: unknown) => {
    const state = stateOf(self);
    return state.scripts.get(checkedKey(state, name));
  },
  SetScript: (self: Widget, name: unknown, handler: ScriptHandler | undefined) => {
    const state = stateOf(self);
    const key = checkedKey(state, name);
    if (handler !== undefined && type(handler) !== "function") {
      error(`Usage: ${state.name ?? "<unnamed>"}:SetScript("type", function)`, 2);
    }
    storeScript(state, key, handler);
  },
  HookScript: (self: Widget, name: unknown, hook: ScriptHandler) => {
    const state = stateOf(self);
    const key = checkedKey(state, name);
    const original = state.scripts.get(key);
    storeScript(state, key, (widget, ...args) => {
      if (original !== undefined) original(widget, ...args);
      hook(widget, ...args);
    });
  },
};
