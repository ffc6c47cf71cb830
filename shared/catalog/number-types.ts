/**
 * The integer types that a column can have, and the range that a value of each is kept in.
 *
 * `u64` ends at 2^53 - 1, the largest integer that JavaScript, LuaJIT and Lua 5.1 can count to without a gap;
 * `timestamp` is a Unix time in seconds with 0 for "never", and ends where SQL's TIMESTAMP does (19 January 2038).
 */
export const NUMBER_TYPES = {
  boolean: { maximum: 1, sql: "BOOLEAN" },
  u8: { maximum: 255, sql: "TINYINT UNSIGNED" },
  u32: { maximum: 4294967295, sql: "INT UNSIGNED" },
  u64: { maximum: 9007199254740991, sql: "BIGINT UNSIGNED" },
  timestamp: { maximum: 2147483647, sql: "TIMESTAMP NULL" },
} as const;

export type NumberType = keyof typeof NUMBER_TYPES;

/** The largest amount that any operation may carry: 2^53 - 1. */
export const MAXIMUM_AMOUNT = NUMBER_TYPES.u64.maximum;
