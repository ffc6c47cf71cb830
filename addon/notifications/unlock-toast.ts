import { findUnlockType } from "../../shared/catalog/unlock-types";
import type { Texts } from "../locales/enUS";

type Notice = DCIntegrationAddon.Notice;

/** The document's sound of an unlock. */
export const UNLOCK_SOUND = "QUESTCOMPLETED";
/** What is drawn for a thing that has no icon. */
export const UNKNOWN_ICON = "Interface\\Icons\\INV_Misc_QuestionMark";

/** The unlock's name; its kind and id if the realm knows none. */
export function unlockName(notice: Notice, texts: Texts): string {
  if (notice.name !== "" || notice.type === undefined) return notice.name;
  return format(texts.unnamedUnlock, texts[notice.type], notice.id);
}

/** The unlock's icon; that of its kind if the realm sent none. */
export function unlockIcon(notice: Notice): string {
  if (notice.icon !== undefined && notice.icon !== "") return notice.icon;
  return (notice.type && findUnlockType(notice.type)?.icon) ?? UNKNOWN_ICON;
}
