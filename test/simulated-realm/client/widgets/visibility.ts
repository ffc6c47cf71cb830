import { runScript } from "./scripts";
import { flag, type MethodTable, resolveWidget, stateOf, type Widget, type WidgetState } from "./state";

/** Whether the widget and everything above it is shown. */
export function isVisible(state: WidgetState): boolean {
  let current: WidgetState | undefined = state;
  while (current !== undefined) {
    if (!current.shown) return false;
    current = current.parent;
  }
  return true;
}

/** Tells a frame and its shown children that they came into sight or went out of it. */
function announce(state: WidgetState, script: "OnShow" | "OnHide"): void {
  runScript(state, script);
  for (const child of [...state.children]) {
    if (child.shown) announce(child, script);
  }
}

function setShown(state: WidgetState, shown: boolean): void {
  if (state.shown === shown) return;
  const before = isVisible(state);
  state.shown = shown;
  const after = isVisible(state);
  if (before !== after) announce(state, after ? "OnShow" : "OnHide");
}

export const visibilityMethods: MethodTable = {
  Show: (self: Widget) => {
    setShown(stateOf(self), true);
  },
  Hide: (self: Widget) => {
    setShown(stateOf(self), false);
  },
  IsShown: (self: Widget) => flag(stateOf(self).shown),
  IsVisible: (self: Widget) => flag(isVisible(stateOf(self))),
};

function removeFrom(list: WidgetState[], state: WidgetState): void {
  for (let index = list.length - 1; index >= 0; index--) {
    if (list[index] === state) list.splice(index, 1);
  }
}

/** `SetParent` of frames, textures and font strings. */
export function setParent(self: Widget, parent: Widget | string | undefined): void {
  const state = stateOf(self);
  const list = state.type === "Texture" || state.type === "FontString" ? "regions" : "children";
  const before = isVisible(state);
  if (state.parent !== undefined) removeFrom(state.parent[list], state);
  state.parent = parent === undefined ? undefined : resolveWidget(parent);
  if (state.parent !== undefined) state.parent[list].push(state);
  const after = isVisible(state);
  if (before !== after && list === "children") announce(state, after ? "OnShow" : "OnHide");
}
