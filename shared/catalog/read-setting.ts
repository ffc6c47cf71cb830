import { INTEGRATION_SETTINGS, type IntegrationSettingName } from "./integration-settings";

type SettingRow = (typeof INTEGRATION_SETTINGS)[number];

/** A row of `dc_settings` as both hosts understand it. */
export type ReadSetting =
  | { readonly name: IntegrationSettingName; readonly value: number; readonly complaint?: undefined }
  | { readonly complaint: string };

const MINUS = 45;
const ZERO = 48;
const NINE = 57;

function findSetting(name: string): SettingRow | undefined {
  for (const row of INTEGRATION_SETTINGS) if (row.name === name) return row;
  return undefined;
}

/** Digits alone, behind a minus perhaps: of `0x10`, `1e3` and `0b1` each host would make something else. */
function isWhole(text: string): boolean {
  const first = text.charCodeAt(0) === MINUS ? 1 : 0;
  if (text.length === first) return false;
  for (let index = first; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < ZERO || unit > NINE) return false;
  }
  return true;
}

/** The value that `text` gives the setting `name`, or in words what is wrong with it. */
export function readSetting(name: string, text: string): ReadSetting {
  const row = findSetting(name);
  if (row === undefined) return { complaint: `there is no setting '${name}'` };
  if (!isWhole(text)) return { complaint: `setting '${name}': '${text}' is not a whole number` };
  const value = Number(text);
  if (value < row.minimum || value > row.maximum) {
    const range = `${row.minimum.toFixed(0)} to ${row.maximum.toFixed(0)} ${row.unit}`;
    return { complaint: `setting '${name}': ${text} is not within ${range}` };
  }
  return { name: row.name, value };
}
