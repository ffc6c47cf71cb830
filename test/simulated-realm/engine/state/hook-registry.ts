import type { Callback } from "../objects/arguments";

interface Registration {
  readonly handler: Callback;
  /** Calls that are left; 0 is without end. */
  shots: number;
  active: boolean;
}

/** The class under which the hooks of one spell are kept: they are registered for each spell apart. */
export function spellClass(this: void, spellId: number): string {
  return `spell ${string.format("%d", spellId)}`;
}

/** The handlers of one Lua state, by class of hook and id. */
export class HookRegistry {
  private readonly byClass: Record<string, Record<number, Registration[] | undefined> | undefined> = {};

  /** Adds a handler and gives the function that takes it away again. */
  register(hookClass: string, id: number, handler: Callback, shots: number): (this: void) => void {
    const registration: Registration = { handler, shots, active: true };
    const byId = (this.byClass[hookClass] ??= {});
    const list = (byId[id] ??= []);
    list.push(registration);
    return () => {
      registration.active = false;
      byId[id] = (byId[id] ?? []).filter((other) => other !== registration);
    };
  }

  has(hookClass: string, id: number): boolean {
    const list = this.byClass[hookClass]?.[id];
    return list !== undefined && list.length > 0;
  }

  /** Takes away all handlers of a class, or those of one id. */
  clear(hookClass: string, id?: number): void {
    if (id === undefined) this.byClass[hookClass] = {};
    else (this.byClass[hookClass] ??= {})[id] = [];
  }

  /** The handlers to call now, the last registered first (measured on ALE). Each costs one of its shots. */
  take(hookClass: string, id: number): Callback[] {
    const list = this.byClass[hookClass]?.[id] ?? [];
    const due: Callback[] = [];
    let expired = false;
    for (let index = list.length - 1; index >= 0; index--) {
      const registration = list[index];
      if (registration?.active === true) {
        due.push(registration.handler);
        if (registration.shots === 1) {
          registration.active = false;
          expired = true;
        } else if (registration.shots > 1) registration.shots--;
      }
    }
    if (expired) (this.byClass[hookClass] ??= {})[id] = list.filter((registration) => registration.active);
    return due;
  }
}
