/** Where a handler stands in its script: "season.lua:12". */
export function describeHandler(handler: (this: void, ...values: never[]) => unknown): string {
  const info = debug.getinfo(handler, "S");
  return info === undefined ? "a handler" : `${info.short_src}:${info.linedefined}`;
}
