/** Where each handler comes from, for reports. Weak: a name must not keep a handler alive. */
const nameOf = setmetatable(new LuaTable<AnyNotNil, string>(), { __mode: "k" });

/** Counted from `error`: it is called by pcall, that by this function, that by the method, and that by the caller. */
const CALLER_OF_METHOD = 4;

/** File and line of the code that called the public method, as an error message would name them. */
export function callerPlace(): string {
  const [, message] = pcall(error, "", CALLER_OF_METHOD);
  const [place] = string.match(tostring(message), "^(.+): $");
  return place ?? "unknown place";
}

export function nameHandler(handler: AnyNotNil, name: string): void {
  nameOf.set(handler, name);
}

export function handlerName(handler: AnyNotNil): string | undefined {
  return nameOf.get(handler);
}
