/** LuaJIT's library; the others have none. */
declare const jit: object | undefined;

/** Whether this engine was built with LuaJIT. */
export const IS_LUAJIT = typeof jit === "object";
