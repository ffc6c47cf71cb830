import { host } from "../host";

/** What an addon holds: a table of its own with the engine's object at 0. All state of the game is kept apart from it. */
export interface Widget {
  readonly 0: LuaUserdata;
}

export type Method = (this: void, self: Widget, ...args: never[]) => unknown;
export type MethodTable = Record<string, Method>;
export type ScriptHandler = (this: void, self: Widget, ...args: unknown[]) => void;

/** The game's side of a widget. */
export interface WidgetState {
  readonly widget: Widget;
  readonly type: string;
  readonly name: string | undefined;
  /** Owner of a region or an animation, parent of a frame. */
  parent: WidgetState | undefined;
  /** Frames whose parent this is. */
  readonly children: WidgetState[];
  /** Textures and font strings of a frame. */
  readonly regions: WidgetState[];
  shown: boolean;
  readonly scripts: LuaTable<string, ScriptHandler>;
  /** Arguments of the last call of each plain setter, see `propertyMethod`. */
  readonly properties: LuaTable<string, Values>;
  text: string | undefined;
}

/** Arguments of a call; nils among them count. */
export interface Values {
  readonly list: unknown[];
  readonly count: number;
}

const states = new LuaTable<Widget, WidgetState>();

/** Makes the state the game's side of its widget. */
export function registerState(state: WidgetState): void {
  states.set(state.widget, state);
}

/** The words of a string, blanks apart. */
export function words(text: string): string[] {
  const list: string[] = [];
  for (const [word] of string.gmatch(text, "%S+")) list.push(word ?? "");
  return list;
}

/** The game's side of what an addon gave as a widget. */
export function stateOf(widget: Widget): WidgetState {
  const state = type(widget) === "table" ? states.get(widget) : undefined;
  return state ?? error(`Attempt to find 'this' in non-framescript object`, 3);
}

/** The widget that an addon means: itself or its global name. */
export function resolveWidget(reference: Widget | string): WidgetState {
  if (type(reference) !== "string") return stateOf(reference as Widget);
  const found = rawget(getfenv(0) as Record<string, Widget | undefined>, reference as string);
  if (found === undefined) error(`Couldn't find region named '${reference as string}'`, 3);
  return stateOf(found);
}

/** 1 or nil: the client's yes and no. */
export function flag(condition: boolean): 1 | undefined {
  return condition ? 1 : undefined;
}

export function isOfType(state: WidgetState, type: string): boolean {
  for (const ancestor of words(host.lineageOf(state.type))) {
    if (string.lower(ancestor) === string.lower(type)) return true;
  }
  return false;
}
