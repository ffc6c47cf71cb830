import type { LuaState } from "../state/lua-state";
import { add, type BigInteger, bigFromNumber, bigToText, bigInteger, compare, negate } from "./big-integer";
import { engineClass, type EngineMetatable, type EngineValue, push } from "./engine-value";
import type { Entity } from "./entity";

/** A 64-bit number or a GUID: a value of its own, not a thing of the world. */
export interface IntegerEntity extends Entity {
  readonly kind: "long long" | "unsigned long long" | "ObjectGuid";
  readonly value: BigInteger;
}

type Metamethod = (this: void, left: unknown, right: unknown) => unknown;

declare function type(this: void, value: unknown): string;

/** Pushes a 64-bit number, as `GetUInt64` and `GetGameTime` do. */
export function pushInteger(this: void, state: LuaState, value: BigInteger): EngineValue | undefined {
  const entity: IntegerEntity = { kind: value.signed ? "long long" : "unsigned long long", value };
  return push(state, entity);
}

/** Pushes a GUID: a 64-bit number on ALE, an `ObjectGuid` on Eluna. */
export function pushGuid(this: void, state: LuaState, value: BigInteger): EngineValue | undefined {
  if (state.data.classes["ObjectGuid"] === undefined) return pushInteger(state, value);
  const entity: IntegerEntity = { kind: "ObjectGuid", value };
  return push(state, entity);
}

/** The number behind a value of one of the three classes, else nil. */
export function integerOf(this: void, value: unknown): BigInteger | undefined {
  const kind = engineClass(value);
  if (kind !== "long long" && kind !== "unsigned long long" && kind !== "ObjectGuid") return undefined;
  return (value as EngineValue<IntegerEntity>).__entity.value;
}

function operand(
  this: void,
  state: LuaState,
  className: string,
  value: unknown,
  isLeft: boolean,
): BigInteger {
  const integer = integerOf(value);
  if (integer !== undefined) return integer;
  const accepted = type(value) === "number" && !(isLeft && state.data.multistate);
  if (!accepted) error(`bad argument (${className} expected, got ${type(value)})`, 0);
  return bigFromNumber(value as number, className === "long long");
}

function unmodelled(this: void, className: string, name: string): Metamethod {
  return () => error(`the double does not model ${name} of ${className}`, 0);
}

function guidText(this: void, value: BigInteger): string {
  return string.format("GUID Full: 0x%08x%08x Low: %.0f", value.high, value.low, value.low);
}

function metamethods(this: void, state: LuaState, className: string): Record<string, Metamethod | undefined> {
  const binary =
    (apply: (this: void, left: BigInteger, right: BigInteger) => unknown): Metamethod =>
    (left, right) =>
      apply(operand(state, className, left, true), operand(state, className, right, false));
  const pushed = (value: BigInteger) => pushInteger(state, value);
  return {
    __eq: binary((left, right) => compare(left, right) === 0),
    __lt: binary((left, right) => compare(left, right) < 0),
    __le: binary((left, right) => compare(left, right) <= 0),
    __add: binary((left, right) => pushed(add(left, right))),
    __sub: binary((left, right) => pushed(add(left, negate(right)))),
    __unm: binary((left) => pushed(negate(left))),
    __tostring: (value) => {
      const integer = integerOf(value) ?? bigInteger(0, 0);
      return className === "ObjectGuid" ? guidText(integer) : bigToText(integer);
    },
  };
}

/** The metatable of the 64-bit classes, with the operations that the engine has; nil for every other class. */
export function integerMetatable(
  this: void,
  state: LuaState,
  className: string,
): EngineMetatable | undefined {
  if (className !== "long long" && className !== "unsigned long long" && className !== "ObjectGuid") {
    return undefined;
  }
  const modelled = metamethods(state, className);
  const metatable: Record<string, unknown> & { __engineClass: string } = { __engineClass: className };
  for (const name of state.data.classes[className]?.names ?? []) {
    metatable[name] = modelled[name] ?? unmodelled(className, name);
  }
  return metatable;
}
