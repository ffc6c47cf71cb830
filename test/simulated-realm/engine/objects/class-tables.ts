import { type Availability, indexNames } from "../data/engine-data";
import type { LuaState } from "../state/lua-state";
import { MODELS } from "../models/models";
import type { EngineMetatable } from "./engine-value";
import { integerMetatable } from "./integer-metatable";
import type { Method } from "./method";
import { entityOf } from "./self-check";

type MethodFunction = (this: void, self: unknown, ...values: unknown[]) => unknown;

declare function rawset(this: void, table: object, key: string, value: unknown): void;

/** The engine's class tables of one Lua state: global tables of methods, and the metatables of its objects. */
export class ClassTables {
  private readonly methodTables: Record<string, object> = {};
  private readonly metatables: Record<string, EngineMetatable> = {};

  constructor(private readonly state: LuaState) {
    for (const [className] of pairs(state.data.classes)) {
      const methods = this.methodTable(className);
      this.methodTables[className] = methods;
      this.metatables[className] =
        integerMetatable(state, className) ?? this.objectMetatable(className, methods);
    }
  }

  metatable(className: string): EngineMetatable {
    return this.metatables[className] ?? error(`the double has no class '${className}'`, 0);
  }

  /** Puts the class tables among the globals, as the engine does. */
  install(environment: Record<string, unknown>): void {
    for (const [className, methods] of pairs(this.methodTables)) environment[className] = methods;
  }

  private objectMetatable(className: string, methods: object): EngineMetatable {
    const metatable = {
      __engineClass: className,
      __index: methods,
      __newindex: (_value: unknown, key: unknown) =>
        error(`attempt to index a ${className} value (new field '${tostring(key)}')`, 0),
      __tostring: (value: unknown) => {
        entityOf(this.state, className, value, () => `bad argument #1 to '${className}.__tostring'`);
        return `${className} object`;
      },
    };
    return metatable;
  }

  /** Methods are made when they are first used: the classes have thousands, a script needs a few dozen. */
  private methodTable(className: string): object {
    const availability: Record<string, Availability | undefined> = {};
    for (const owner of this.withBases(className)) {
      const names = this.state.data.classes[owner];
      if (names !== undefined) for (const [name, how] of pairs(indexNames(names))) availability[name] ??= how;
    }
    for (const name of this.state.data.commonMethods) availability[name] = "callable";
    const table = {};
    return setmetatable(table, {
      __index: (_table: object, name: string) => {
        const how = availability[name];
        if (how === undefined) return undefined;
        const method = this.method(className, name, how);
        rawset(table, name, method);
        return method;
      },
    });
  }

  private withBases(className: string): string[] {
    const owners = [className];
    // The nearest base stands last in the fixture and wins over the farther ones.
    const bases = this.state.data.classes[className]?.inherits ?? [];
    for (let index = bases.length - 1; index >= 0; index--) {
      const base = bases[index];
      if (base !== undefined) owners.push(base);
    }
    return owners;
  }

  private method(className: string, name: string, how: Availability): MethodFunction {
    const problem = this.state.unavailable(name, how);
    if (problem !== undefined) return () => error(problem, 0);
    const model = this.model(className, name);
    if (model === undefined) return () => error(`the double does not model ${className}:${name}`, 0);
    const state = this.state;
    return (self, a, b, c, d, e) => {
      const entity = entityOf(state, className, self, () => `calling '${name}' on bad self`);
      // The check above made sure that the entity is of the model's class.
      return model(state, entity as never, a, b, c, d, e);
    };
  }

  private model(className: string, name: string): Method<never> | undefined {
    if (name === "GetObjectType") return () => className;
    for (const owner of this.withBases(className)) {
      const model = MODELS[owner]?.[name];
      if (model !== undefined) return model;
    }
    return undefined;
  }
}
