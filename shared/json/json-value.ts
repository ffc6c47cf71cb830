/** A member of an object, in the order of the text. */
export interface JsonMember {
  readonly key: string;
  readonly value: JsonValue;
}

export interface JsonObject {
  readonly kind: "object";
  readonly members: readonly JsonMember[];
}

export interface JsonArray {
  readonly kind: "array";
  readonly items: readonly JsonValue[];
}

/**
 * A value read from JSON. Not as plain tables: Lua has no null in a table, cannot tell an empty array from an empty
 * object, and forgets the order of keys.
 */
export type JsonValue =
  | JsonObject
  | JsonArray
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "boolean"; readonly boolean: boolean }
  | { readonly kind: "null" };
