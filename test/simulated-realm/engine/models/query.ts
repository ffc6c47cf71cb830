import { fieldAt, type QueryEntity } from "../database/query-entity";
import { bigValue, floatValue, integerValue, textValue } from "../database/field-values";
import { rowTable } from "../database/row-table";
import { uint32 } from "../objects/arguments";
import { pushInteger } from "../objects/integer-metatable";
import type { Method, MethodTable } from "../objects/method";

function integerGetter(this: void, name: string, least: number, most: number): Method<QueryEntity> {
  return (_state, query, column) => integerValue(fieldAt(query, uint32(name, 1, column)), least, most);
}

function bigGetter(this: void, name: string, signed: boolean): Method<QueryEntity> {
  return (state, query, column) =>
    pushInteger(state, bigValue(fieldAt(query, uint32(name, 1, column)), signed));
}

function floatGetter(this: void, name: string): Method<QueryEntity> {
  return (_state, query, column) => floatValue(fieldAt(query, uint32(name, 1, column)));
}

const queryMethods: Record<string, Method<QueryEntity>> = {
  GetColumnCount: (_state, query) => query.rows.columns.length,
  GetRowCount: (_state, query) => query.rows.rows.length,
  NextRow: (_state, query) => {
    if (query.row + 1 >= query.rows.rows.length) return false;
    query.row++;
    return true;
  },
  GetRow: (state, query) => rowTable(state, query),
  IsNull: (_state, query, column) => fieldAt(query, uint32("IsNull", 1, column)).value === false,
  GetBool: (_state, query, column) =>
    integerValue(fieldAt(query, uint32("GetBool", 1, column)), -128, 255) === 1,
  GetUInt8: integerGetter("GetUInt8", 0, 255),
  GetUInt16: integerGetter("GetUInt16", 0, 65535),
  GetUInt32: integerGetter("GetUInt32", 0, 4294967295),
  GetUInt64: bigGetter("GetUInt64", false),
  GetInt8: integerGetter("GetInt8", -128, 127),
  GetInt16: integerGetter("GetInt16", -32768, 32767),
  GetInt32: integerGetter("GetInt32", -2147483648, 2147483647),
  GetInt64: bigGetter("GetInt64", true),
  GetFloat: floatGetter("GetFloat"),
  GetDouble: floatGetter("GetDouble"),
  GetString: (_state, query, column) => textValue(fieldAt(query, uint32("GetString", 1, column))),
};

export const QUERY_METHODS: MethodTable = queryMethods;
