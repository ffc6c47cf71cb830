import type { IntegrationSettings } from "../../../shared/catalog/integration-settings";
import { readSetting } from "../../../shared/catalog/read-setting";
import { logError } from "../engine/log";
import { readRows } from "./read-rows";

export const SETTINGS_STATEMENT = "SELECT name, value FROM dc_settings";

/** Puts what the admin has set into `settings`. A wrong value is reported, and the one before it stays. */
export function loadSettings(settings: IntegrationSettings): void {
  for (const [name, text] of readRows(SETTINGS_STATEMENT, 2)) {
    const read = readSetting(name ?? "", text ?? "");
    if (read.complaint === undefined) settings[read.name] = read.value;
    else logError(`dc_settings: ${read.complaint}`);
  }
}
