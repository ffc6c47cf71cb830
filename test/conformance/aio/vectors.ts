import vectors from "../../fixtures/aio-vectors.json";

/** Byte-exact examples made by the real library. */
export const aioVectors = vectors;

/** The vectors' notation of a Lua value. */
export type TypedValue =
  | { readonly t: "nil" }
  | { readonly t: "bool"; readonly v: boolean }
  | { readonly t: "num"; readonly v: string }
  | { readonly t: "str"; readonly hex: string }
  | {
      readonly t: "table";
      readonly array: readonly TypedValue[];
      readonly hash: readonly (readonly [TypedValue, TypedValue])[];
    };

/** A Lua expression for bytes. */
export function luaBytes(hex: string): string {
  return `host.unhex("${hex}")`;
}

/** A Lua expression for a value. */
export function luaValue(value: TypedValue): string {
  switch (value.t) {
    case "nil":
      return "nil";
    case "bool":
      return String(value.v);
    case "num":
      return luaNumber(value.v);
    case "str":
      return luaBytes(value.hex);
    case "table": {
      const pairs = value.hash.map(([key, item]) => `[${luaValue(key)}]=${luaValue(item)}`);
      return `{${[...value.array.map(luaValue), ...pairs].join(",")}}`;
    }
  }
}

/** Literals would lose the sign of a zero to constant folding; from Lua 5.3 on only a float zero has one. */
function luaNumber(text: string): string {
  const named: Record<string, string> = {
    inf: "math.huge",
    "-inf": "-math.huge",
    nan: "-(0/0)",
    "-nan": "0/0",
    "-0": 'tonumber("-0.0")',
  };
  return named[text] ?? `tonumber("${text}")`;
}
