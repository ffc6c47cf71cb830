import { asFloat } from "../lua/number-text";
import { pushInteger } from "../objects/integer-metatable";
import type { LuaState } from "../state/lua-state";
import { bigValue, floatValue, isInteger, textValue } from "./field-values";
import { type Field, fieldAt, type QueryEntity } from "./query-entity";

/** A 64-bit column in `GetRow`: a number that may have lost digits, userdata on TrinityCore, text on cMaNGOS. */
function wideValue(this: void, state: LuaState, field: Field): unknown {
  if (state.world.engine === "eluna-trinitycore")
    return pushInteger(state, bigValue(field, !field.column.unsigned));
  if (state.world.engine === "eluna-cmangos") return textValue(field);
  return asFloat(tonumber(field.value) ?? 0);
}

function cellValue(this: void, state: LuaState, field: Field): unknown {
  if (field.value === false) return undefined;
  if (field.column.type === "bigint") return wideValue(state, field);
  const isTrinity = state.world.engine === "eluna-trinitycore";
  if (field.column.type === "decimal") return isTrinity ? tonumber(field.value) : field.value;
  if (!isInteger(field) && field.column.type !== "float" && field.column.type !== "double")
    return textValue(field);
  const value = isInteger(field) ? (tonumber(field.value) ?? 0) : floatValue(field);
  return isTrinity ? value : asFloat(value);
}

/** The current row with its columns' names as keys; NULL has no key. */
export function rowTable(this: void, state: LuaState, query: QueryEntity): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (let index = 0; index < query.rows.columns.length; index++) {
    const field = fieldAt(query, index);
    row[field.column.name] = cellValue(state, field);
  }
  return row;
}
