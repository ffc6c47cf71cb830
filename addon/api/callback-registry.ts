import type { Event } from "../../shared/events/event";
import { toArguments } from "./fired-event";

type Target = object | string;
type Invoke = (this: void, ...args: unknown[]) => void;
type Handler = (this: void, event: Event) => void;

/** The bus's handler for a callback in CallbackHandler-1.0's manner. A method is looked up when the event comes. */
export function toHandler(target: Target, method: unknown): Handler {
  if (typeof method === "function") {
    const call = method as Invoke;
    return (event) => {
      const { values, count } = toArguments(event);
      call(event.type, ...unpack(values as unknown[], 1, count));
    };
  }
  return (event) => {
    const { values, count } = toArguments(event);
    const call = (target as Record<string, Invoke>)[method as string];
    if (call === undefined) error(`the table has no method '${tostring(method)}'`);
    call(target, event.type, ...unpack(values as unknown[], 1, count));
  };
}

/** The subscriptions of each target by event: a target has one callback for each. */
export class CallbackRegistry {
  private readonly idsByTarget = new LuaTable<Target, Record<string, number | undefined>>();

  /** Notes the subscription and gives the one that it replaces. */
  replace(target: Target, eventName: string, id: number): number | undefined {
    const ids = this.idsByTarget.get(target) ?? {};
    const replaced = ids[eventName];
    ids[eventName] = id;
    this.idsByTarget.set(target, ids);
    return replaced;
  }

  /** The target's subscription to `eventName`. */
  find(target: Target, eventName: string): number | undefined {
    return this.idsByTarget.get(target)?.[eventName];
  }

  /** Forgets the target's subscription to `eventName` and gives it. */
  remove(target: Target, eventName: string): number | undefined {
    const id = this.find(target, eventName);
    if (id !== undefined) this.idsByTarget.get(target)[eventName] = undefined;
    return id;
  }

  /** Forgets all subscriptions of the target and gives them. */
  removeAll(target: Target): number[] {
    const removed: number[] = [];
    for (const [, id] of pairs(this.idsByTarget.get(target) ?? {})) {
      if (id !== undefined) removed.push(id);
    }
    this.idsByTarget.delete(target);
    return removed;
  }
}
