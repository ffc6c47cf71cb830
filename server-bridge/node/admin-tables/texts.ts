/** As the client takes it: folders of `Interface`, each behind one backslash. */
const TEXTURE_PATH = /^Interface(\\[^\\/]+)+$/i;

/** A name that players read. */
export function checkName(column: string, name: unknown): Complaint {
  return String(name).trim() === "" ? `${column} is empty` : undefined;
}

/** A texture of the client, or nothing for the icon that the client shows by itself. */
export function checkIcon(icon: unknown): Complaint {
  const path = String(icon);
  if (path === "" || TEXTURE_PATH.test(path)) return undefined;
  return (
    `icon '${path}' is not a texture path like Interface\\Icons\\INV_Misc_Coin_01` +
    " (in an SQL text each backslash is written twice)"
  );
}
import type { Complaint } from "../../../shared/language/complaint";
