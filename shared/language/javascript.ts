/**
 * Gives JavaScript the few functions of Lua that the shared rules are written with (see `lua-globals.d.ts`).
 * Imported first by every Node program that uses `shared/`; never part of a Lua build.
 */
function protectedCall(call: (...values: unknown[]) => unknown, ...values: unknown[]): [boolean, unknown] {
  try {
    return [true, call(...values)];
  } catch (failure) {
    return [false, failure instanceof Error ? failure.message : failure];
  }
}

function raise(message: string): never {
  throw new Error(message);
}

Object.assign(globalThis, {
  pcall: protectedCall,
  error: raise,
  tostring: String,
  type: (value: unknown) => (typeof value === "object" ? "table" : typeof value),
  $multi: (...values: unknown[]) => values,
  $range: (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index),
  getmetatable: (table: object) => ({ __index: Object.getPrototypeOf(table) as unknown }),
  setmetatable: (table: object, metatable: object) => Object.setPrototypeOf(table, metatable) as object,
});
