/** A list of Lua values that may hold nil, with its length. */
export interface Packed {
  readonly count: number;
  readonly values: readonly unknown[];
}

declare const _G: { readonly unpack?: Unpack; readonly table: { readonly unpack?: Unpack } };
type Unpack = (this: void, values: readonly unknown[], from: number, to: number) => LuaMultiReturn<unknown[]>;

// Lua 5.1 and LuaJIT have the first, 5.2 and later the second.
const unpackValues = (_G.unpack ?? _G.table.unpack) as Unpack;

export function pack(this: void, ...values: unknown[]): Packed {
  return { count: select("#", ...values), values };
}

export function unpack(this: void, packed: Packed): LuaMultiReturn<unknown[]> {
  return unpackValues(packed.values, 1, packed.count);
}
