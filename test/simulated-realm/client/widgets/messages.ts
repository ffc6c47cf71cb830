import { toHex } from "../hex";
import { host } from "../host";
import { type MethodTable, stateOf, type Widget, type WidgetState } from "./state";
import { implement } from "./widget";

const lines = new LuaTable<WidgetState, string[]>();

function linesOf(self: Widget): string[] {
  const state = stateOf(self);
  const known = lines.get(state);
  if (known !== undefined) return known;
  const fresh: string[] = [];
  lines.set(state, fresh);
  return fresh;
}

/** Lines of any message frame are the client's chat: the player sees them. */
function addMessage(self: Widget, text: unknown): void {
  const line = text === undefined ? "" : tostring(text);
  linesOf(self).push(line);
  host.record("chat", toHex(line));
}

const messageMethods: MethodTable = {
  AddMessage: addMessage,
  Clear: (self: Widget) => {
    lines.delete(stateOf(self));
  },
};

implement("MessageFrame", messageMethods);
implement("ScrollingMessageFrame", messageMethods, {
  GetNumMessages: (self: Widget) => linesOf(self).length,
  AtTop: () => undefined,
  AtBottom: () => 1,
  GetCurrentScroll: () => 0,
  ScrollUp: () => undefined,
  ScrollDown: () => undefined,
  ScrollToTop: () => undefined,
  ScrollToBottom: () => undefined,
  PageUp: () => undefined,
  PageDown: () => undefined,
});

function clearTooltip(self: Widget): void {
  lines.delete(stateOf(self));
  stateOf(self).text = undefined;
}

function showLine(self: Widget, text: string): void {
  const shown = linesOf(self);
  shown.push(text);
  stateOf(self).text = shown.join("\n");
}

implement("GameTooltip", {
  SetOwner: (self: Widget, owner: Widget) => {
    clearTooltip(self);
    stateOf(self).properties.set("Owner", { list: [owner], count: 1 });
  },
  IsOwned: (self: Widget, owner: Widget) =>
    stateOf(self).properties.get("Owner")?.list[0] === owner ? 1 : undefined,
  ClearLines: clearTooltip,
  NumLines: (self: Widget) => linesOf(self).length,
  AddLine: showLine,
  AddDoubleLine: (self: Widget, left: string, right: string) => {
    showLine(self, `${left}  ${right}`);
  },
  SetText: (self: Widget, text: string) => {
    clearTooltip(self);
    showLine(self, text);
  },
  AppendText: (self: Widget, text: string) => {
    stateOf(self).text = (stateOf(self).text ?? "") + text;
  },
  GetItem: () => undefined,
  GetSpell: () => undefined,
  GetUnit: () => undefined,
  IsUnit: () => undefined,
  IsEquippedItem: () => undefined,
  AddTexture: () => undefined,
  AddFontStrings: () => undefined,
  FadeOut: () => undefined,
});
