import { NUMBER_TYPES } from "../../../shared/catalog/number-types";
import {
  FIELD_INDEX,
  PROFILE_FIELDS,
  type ProfileField,
  type ProfileValues,
} from "../../../shared/catalog/profile-fields";
import { type Row, wholeNumber } from "../database/query";
import { literal, timestampLiteral } from "../database/statement-text";

/** The field's column of the table `held` as a number in a SELECT: times as Unix seconds. */
function selected(field: ProfileField): string {
  return field.type === "timestamp"
    ? `UNIX_TIMESTAMP(held.${field.column}) AS ${field.column}`
    : `held.${field.column}`;
}

export const PROFILE_COLUMN_NAMES: readonly string[] = PROFILE_FIELDS.map((field) => field.column);
export const PROFILE_SELECT_LIST = PROFILE_FIELDS.map(selected).join(", ");

/** Puts the columns of a row into the state. What somebody stored beyond a field's range counts as the end of it. */
export function readProfileFields(row: Row, fields: ProfileValues): void {
  for (const { column, type } of PROFILE_FIELDS) {
    fields[FIELD_INDEX[column]] = wholeNumber(row[column], NUMBER_TYPES[type].maximum);
  }
}

/** The values of `PROFILE_COLUMN_NAMES` for an INSERT. */
export function profileLiterals(fields: ProfileValues): string[] {
  const literals: string[] = [];
  for (const { column, type } of PROFILE_FIELDS) {
    const value = fields[FIELD_INDEX[column]];
    if (type !== "timestamp") literals.push(literal(value));
    else literals.push(value === 0 ? "NULL" : timestampLiteral(value));
  }
  return literals;
}
