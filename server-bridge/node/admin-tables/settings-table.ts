import { readSetting } from "../../../shared/catalog/read-setting";
import { judgedRowByRow } from "./admin-table";

export const SETTINGS_TABLE = judgedRowByRow({
  name: "dc_settings",
  key: ["name"],
  values: ["value", "default_value", "minimum", "maximum", "unit", "description"],
  judge: (row) => readSetting(String(row.name), String(row.value)).complaint,
});
