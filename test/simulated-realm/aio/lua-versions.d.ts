/** What the Luas of the engines do not share; everything else comes from lua-types for 5.1. */
declare namespace table {
  /** Lua 5.2 and later; Lua 5.1 and LuaJIT have a global `unpack` instead. */
  const unpack: ((list: unknown[], from: number, to: number) => LuaMultiReturn<unknown[]>) | undefined;
}
