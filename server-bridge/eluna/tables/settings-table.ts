import { INTEGRATION_SETTINGS, type IntegrationSettings } from "../../../shared/catalog/integration-settings";
import { readSetting } from "../../../shared/catalog/read-setting";
import { readTable, tableQuery } from "./read-rows";

export const SETTINGS = tableQuery(["name", "value"], "dc_settings");

/**
 * Puts what the admin has set into `settings`. A wrong value is reported, and the one before it stays; a setting without a row has
 * its default.
 *
 * @param report Gets each complaint in words.
 * @returns Whether the database has answered; otherwise all stays.
 */
export function loadSettings(
  settings: IntegrationSettings,
  report: (this: void, problem: string) => void,
): boolean {
  const rows = readTable(SETTINGS);
  if (rows === undefined) return false;
  const found: Record<string, boolean | undefined> = {};
  for (const [name, text] of rows) {
    found[name ?? ""] = true;
    const read = readSetting(name ?? "", text ?? "");
    if (read.complaint === undefined) settings[read.name] = read.value;
    else report(`dc_settings: ${read.complaint}`);
  }
  for (const row of INTEGRATION_SETTINGS) {
    if (found[row.name] !== true) settings[row.name] = row.default;
  }
  return true;
}
