import { INTEGRATION_SETTINGS, type IntegrationSettingName } from "./integration-settings";

type SettingRow = (typeof INTEGRATION_SETTINGS)[number];

/** A row of `dc_settings` as both hosts understand it. */
export type ReadSetting =
  | { readonly name: IntegrationSettingName; readonly value: number; readonly complaint?: undefined }
  | { readonly complaint: string };

function findSetting(name: string): SettingRow | undefined {
  for (const row of INTEGRATION_SETTINGS) if (row.name === name) return row;
  return undefined;
}

/** The value that `text` gives the setting `name`, or in words what is wrong with it. */
export function readSetting(name: string, text: string): ReadSetting {
  const row = findSetting(name);
  if (row === undefined) return { complaint: `there is no setting '${name}'` };
  const value = text.trim() === "" ? undefined : Number(text);
  if (value === undefined || value !== value || value % 1 !== 0) {
    return { complaint: `setting '${name}': '${text}' is not a whole number` };
  }
  if (value < row.minimum || value > row.maximum) {
    const range = `${row.minimum.toFixed(0)} to ${row.maximum.toFixed(0)} ${row.unit}`;
    return { complaint: `setting '${name}': ${text} is not within ${range}` };
  }
  return { name: row.name, value };
}
