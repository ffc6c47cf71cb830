/** Honest narrowing of values whose shape nobody promises: everything that came over the wire. */

/** A Lua table, seen as keys and values. */
export function isTable(value: unknown): value is LuaTable<AnyNotNil, unknown> {
  return type(value) === "table";
}

/** The same table, seen as a list; items may be nil and the length is Lua's `#`. */
export function isList(value: unknown): value is unknown[] {
  return type(value) === "table";
}

/** The items `from`..`to` as separate values, nils included. Raises what the Lua's own `unpack` raises. */
export const unpackRange: (list: unknown[], from: number, to: number) => LuaMultiReturn<unknown[]> =
  table.unpack ?? unpack;
