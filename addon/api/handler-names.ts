/** Where each handler comes from, for reports. Weak: a name must not keep a handler alive. */
const nameOf = setmetatable(new LuaTable<AnyNotNil, string>(), { __mode: "k" });

/** Frames between the caller of a public method and `debugstack`: this function, the method. */
const CALLER_OF_METHOD = 3;

/** File and line of the code that called the public method ("Interface\AddOns\Foo\Foo.lua:12"). */
export function callerPlace(): string {
  const [place] = string.match(debugstack(CALLER_OF_METHOD, 1, 0), "^(.-:%d+):");
  return place ?? "unknown place";
}

export function nameHandler(handler: AnyNotNil, name: string): void {
  nameOf.set(handler, name);
}

export function handlerName(handler: AnyNotNil): string | undefined {
  return nameOf.get(handler);
}
