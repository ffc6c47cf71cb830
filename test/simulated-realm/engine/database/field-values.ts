import { type BigInteger, bigFromNumber, bigFromText } from "../objects/big-integer";
import { toFloat32 } from "../lua/number-text";
import { cString } from "../objects/arguments";
import type { Field } from "./query-entity";

const INTEGER_TYPES: Readonly<Record<string, boolean | undefined>> = {
  tinyint: true,
  smallint: true,
  mediumint: true,
  int: true,
  bigint: true,
  year: true,
};

const FLOAT_TYPES: Readonly<Record<string, boolean | undefined>> = { float: true, double: true };

/** The core reads a DECIMAL as an integer only where the column is a SUM or AVG under its own name. */
function isAggregate(this: void, field: Field): boolean {
  const [aggregate] = string.match(string.lower(field.column.name), "^(%a+)%(");
  return aggregate === "sum" || aggregate === "avg";
}

export function isInteger(this: void, field: Field): boolean {
  return INTEGER_TYPES[field.column.type] === true;
}

/** What an integer getter of the range `least` to `most` gives: 0 for NULL, for text and for what does not fit. */
export function integerValue(this: void, field: Field, least: number, most: number): number {
  if (field.value === false) return 0;
  if (isInteger(field)) {
    const value = tonumber(field.value) ?? 0;
    return value < least || value > most ? 0 : math.floor(value);
  }
  if (field.column.type !== "decimal" || !isAggregate(field)) return 0;
  const value = truncated(tonumber(field.value) ?? 0);
  // The conversion of a double to an unsigned type wraps around.
  return least === 0 ? value % (most + 1) : value;
}

function truncated(this: void, value: number): number {
  return value < 0 ? math.ceil(value) : math.floor(value);
}

/** What `GetUInt64` and `GetInt64` give. */
export function bigValue(this: void, field: Field, signed: boolean): BigInteger {
  if (field.value !== false && isInteger(field)) return bigFromText(field.value, signed);
  if (field.value === false || field.column.type !== "decimal" || !isAggregate(field)) {
    return bigFromNumber(0, signed);
  }
  return bigFromNumber(truncated(tonumber(field.value) ?? 0), signed);
}

/** What `GetDouble` and `GetFloat` give: the precision of a float, and 1 for NULL and text (measured). */
export function floatValue(this: void, field: Field): number {
  const isNumber =
    isInteger(field) || FLOAT_TYPES[field.column.type] === true || field.column.type === "decimal";
  if (field.value === false || !isNumber) return 1;
  return toFloat32(tonumber(field.value) ?? 1);
}

/** NULL reads as empty, and a string ends at its first NUL byte. */
export function textValue(this: void, field: Field): string {
  return field.value === false ? "" : cString(field.value);
}
