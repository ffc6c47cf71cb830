import { property } from "./properties";
import { runScript } from "./scripts";
import { type MethodTable, stateOf, type Widget, type WidgetState } from "./state";
import { implement } from "./widget";

/** Units a character is wide; a measure of the double, the game's depends on the font. */
const characterWidth = 7;
const lineHeight = 12;

function textOf(value: unknown): string | undefined {
  return value === undefined ? undefined : tostring(value);
}

function formatted(self: Widget, pattern: string, ...args: unknown[]): void {
  stateOf(self).text = string.format(pattern, ...args);
}

const textMethods: MethodTable = {
  SetText: (self: Widget, text: unknown) => {
    stateOf(self).text = textOf(text);
  },
  SetFormattedText: formatted,
  GetText: (self: Widget) => stateOf(self).text,
};

implement("FontString", textMethods, {
  GetStringWidth: (self: Widget) => (stateOf(self).text ?? "").length * characterWidth,
  GetStringHeight: (self: Widget) => ((stateOf(self).text ?? "") === "" ? 0 : lineHeight),
  CanNonSpaceWrap: (self: Widget) => property(self, "NonSpaceWrap"),
  CanWordWrap: (self: Widget) => property(self, "WordWrap"),
});

implement("SimpleHTML", textMethods);

implement("Button", textMethods, {
  GetTextWidth: (self: Widget) => (stateOf(self).text ?? "").length * characterWidth,
  GetTextHeight: () => lineHeight,
});

function setTyped(state: WidgetState, text: string, byUser: boolean): void {
  if (state.text === text) return;
  state.text = text;
  runScript(state, "OnTextChanged", byUser);
}

implement("EditBox", {
  SetText: (self: Widget, text: unknown) => {
    setTyped(stateOf(self), textOf(text) ?? "", false);
  },
  GetText: (self: Widget) => stateOf(self).text ?? "",
  SetNumber: (self: Widget, value: unknown) => {
    setTyped(stateOf(self), tostring(value), false);
  },
  GetNumber: (self: Widget) => tonumber(stateOf(self).text ?? "") ?? 0,
  GetNumLetters: (self: Widget) => (stateOf(self).text ?? "").length,
  Insert: (self: Widget, text: string) => {
    const state = stateOf(self);
    setTyped(state, (state.text ?? "") + text, true);
  },
  SetFocus: (self: Widget) => {
    const state = stateOf(self);
    if (state.properties.has("Focus")) return;
    state.properties.set("Focus", { list: [true], count: 1 });
    runScript(state, "OnEditFocusGained");
  },
  ClearFocus: (self: Widget) => {
    const state = stateOf(self);
    if (!state.properties.has("Focus")) return;
    state.properties.delete("Focus");
    runScript(state, "OnEditFocusLost");
  },
  HasFocus: (self: Widget) => (stateOf(self).properties.has("Focus") ? 1 : undefined),
  HighlightText: () => undefined,
  AddHistoryLine: () => undefined,
});
