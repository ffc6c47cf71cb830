import { host } from "../host";
import { runScript } from "./scripts";
import { flag, type MethodTable, stateOf, type Widget, type WidgetState } from "./state";

/** Frames by event, in order of registration. Lists are replaced on change, so that a running event keeps its own. */
const listeners = new LuaTable<string, readonly WidgetState[]>();
let listenersToAll: readonly WidgetState[] = [];

function checkedEvent(event: unknown): string {
  if (type(event) === "string" && host.isEvent(event as string)) return event as string;
  error(`${tostring(event)} is not an event of the 3.3.5a client`, 3);
}

function isListening(state: WidgetState, event: string): boolean {
  return (listeners.get(event) ?? []).includes(state) || listenersToAll.includes(state);
}

function forget(state: WidgetState, event: string): void {
  const others = (listeners.get(event) ?? []).filter((entry) => entry !== state);
  listeners.set(event, others);
}

/** Runs the OnEvent script of every frame that registered the event. */
export function fireEvent(event: string, ...args: unknown[]): void {
  checkedEvent(event);
  for (const state of [...(listeners.get(event) ?? []), ...listenersToAll]) {
    if (isListening(state, event)) runScript(state, "OnEvent", event, ...args);
  }
}

export const eventMethods: MethodTable = {
  RegisterEvent: (self: Widget, event: unknown) => {
    const state = stateOf(self);
    const name = checkedEvent(event);
    const known = listeners.get(name) ?? [];
    if (!known.includes(state)) listeners.set(name, [...known, state]);
  },
  UnregisterEvent: (self: Widget, event: unknown) => {
    forget(stateOf(self), checkedEvent(event));
  },
  RegisterAllEvents: (self: Widget) => {
    const state = stateOf(self);
    if (!listenersToAll.includes(state)) listenersToAll = [...listenersToAll, state];
  },
  UnregisterAllEvents: (self: Widget) => {
    const state = stateOf(self);
    listenersToAll = listenersToAll.filter((entry) => entry !== state);
    for (const [event] of listeners) forget(state, event);
  },
  IsEventRegistered: (self: Widget, event: unknown) => flag(isListening(stateOf(self), checkedEvent(event))),
};
