/**
 * The functions of Lua that the shared rules use. Lua has them; `javascript.ts` stands in for them under Node.
 */
declare function error(this: void, message: string, level?: number): never;
declare function pcall<Arguments extends unknown[], Result>(
  this: void,
  call: (this: void, ...arguments_: Arguments) => Result,
  ...arguments_: Arguments
): LuaMultiReturn<[true, Result] | [false, unknown]>;
declare function tostring(this: void, value: unknown): string;
declare function setmetatable<T extends object>(this: void, table: T, metatable: object): T;
/** What `__metatable` hides may be anything. */
declare function getmetatable(this: void, value: object): { readonly __index?: unknown } | undefined;
/** Lua's name for the type of `value`. What both languages have is "table", "function", "number", "string" and "boolean". */
declare function type(this: void, value: unknown): string;
