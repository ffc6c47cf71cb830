import { host } from "../host";
import { eventMethods } from "./events";
import { property } from "./properties";
import { runScript, scriptMethods } from "./scripts";
import { addTemplateParts } from "./templates";
import { stateOf, type Widget, type WidgetState, words } from "./state";
import { createWidget, implement } from "./widget";
import { visibilityMethods } from "./visibility";

function checkTemplates(templates: unknown): readonly string[] {
  const names: string[] = [];
  if (templates === undefined) return names;
  for (const name of words(string.gsub(tostring(templates), ",", " ")[0])) {
    if (!host.isTemplate(name)) error(`CreateFrame: Couldn't find inherited node: ${name}`, 4);
    names.push(name);
  }
  return names;
}

/** The name with `$parent` replaced by the parent's name, as frames and regions take it. */
function resolveName(name: unknown, parent: WidgetState | undefined): string | undefined {
  if (name === undefined) return undefined;
  const [resolved] = string.gsub(tostring(name), "%$parent", parent?.name ?? "");
  return resolved;
}

const frames: WidgetState[] = [];

/** Frames without a parent, UIParent among them. */
export function rootFrames(): WidgetState[] {
  return frames.filter((state) => state.parent === undefined);
}

/** The global `CreateFrame`. */
export function createFrame(
  this: void,
  frameType: unknown,
  name?: unknown,
  parent?: Widget,
  templates?: unknown,
  id?: unknown,
): Widget {
  const typeName = host.frameType(tostring(frameType));
  if (typeName === "") error(`CreateFrame: Unknown frame type '${tostring(frameType)}'`, 2);
  const inherited = checkTemplates(templates);
  const owner = parent === undefined ? undefined : stateOf(parent);
  const state = createWidget(typeName, resolveName(name, owner), owner);
  frames.push(state);
  if (owner !== undefined) owner.children.push(state);
  if (id !== undefined) state.properties.set("ID", { list: [id], count: 1 });
  const level = owner === undefined ? 0 : (property(owner.widget, "FrameLevel") as number) + 1;
  state.properties.set("FrameLevel", { list: [level], count: 1 });
  if (owner !== undefined) {
    state.properties.set("FrameStrata", { list: [property(owner.widget, "FrameStrata")], count: 1 });
  }
  for (const template of inherited) addTemplateParts(state, template);
  return state.widget;
}

function createRegion(type: "Texture" | "FontString") {
  return (self: Widget, name?: unknown, layer?: unknown): Widget => {
    const owner = stateOf(self);
    const state = createWidget(type, resolveName(name, owner), owner);
    owner.regions.push(state);
    if (layer !== undefined) state.properties.set("DrawLayer", { list: [layer], count: 1 });
    return state.widget;
  };
}

function widgets(states: readonly WidgetState[]): Widget[] {
  return states.map((state) => state.widget);
}

/** The product of a property along the line of parents. */
function effective(name: string) {
  return (self: Widget): number => {
    let product = 1;
    let state: WidgetState | undefined = stateOf(self);
    while (state !== undefined) {
      product *= property(state.widget, name) as number;
      state = state.parent;
    }
    return product;
  };
}

implement("Frame", visibilityMethods, scriptMethods, eventMethods, {
  CreateTexture: createRegion("Texture"),
  CreateFontString: createRegion("FontString"),
  GetNumChildren: (self: Widget) => stateOf(self).children.length,
  GetChildren: (self: Widget): LuaMultiReturn<Widget[]> => $multi(...widgets(stateOf(self).children)),
  GetNumRegions: (self: Widget) => stateOf(self).regions.length,
  GetRegions: (self: Widget): LuaMultiReturn<Widget[]> => $multi(...widgets(stateOf(self).regions)),
  GetEffectiveScale: effective("Scale"),
  GetEffectiveAlpha: effective("Alpha"),
  SetAttribute: (self: Widget, name: string, value: unknown) => {
    const state = stateOf(self);
    state.properties.set(`attribute-${name}`, { list: [value], count: 1 });
    runScript(state, "OnAttributeChanged", string.lower(name), value);
  },
  GetAttribute: (self: Widget, name: string) => property(self, `attribute-${name}`),
  AllowAttributeChanges: () => undefined,
  CanChangeAttribute: () => 1,
  DisableDrawLayer: () => undefined,
  RegisterForDrag: () => undefined,
  Raise: () => undefined,
  Lower: () => undefined,
  StartMoving: (self: Widget) => {
    if (property(self, "Movable") !== true) error("Frame is not movable", 2);
  },
  StartSizing: (self: Widget) => {
    if (property(self, "Resizable") !== true) error("Frame is not resizable", 2);
  },
  StopMovingOrSizing: () => undefined,
});
