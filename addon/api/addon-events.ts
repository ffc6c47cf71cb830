/** The events that the addon itself fires, with the names of what goes with them, in order. */
export const ADDON_EVENTS: Readonly<Record<string, readonly string[] | undefined>> = {
  /** A data set has changed. */
  DC_DATA_UPDATE: ["dataType", "playerData"],
  DC_UNLOCK_GAINED: ["notice"],
  /** The realm has sent data for the first time in this session. */
  DC_SYNCED: [],
};

export const DATA_UPDATE = "DC_DATA_UPDATE";
export const UNLOCK_GAINED = "DC_UNLOCK_GAINED";
export const SYNCED = "DC_SYNCED";
