/** Folder and `.toc` name; the saved variables' file and ADDON_LOADED carry it too. */
export const ADDON_NAME = "DCIntegration";

/** Whether the realm sent this code: then no file of it is on the disk, and the game has loaded no addon. */
export function isSentByRealm(): boolean {
  return DC_INTEGRATION_SENT_VERSION !== undefined;
}

/** The version in the `.toc`, the one place that the build writes it to; of sent code, the one that came with it. */
export function addonVersion(): string {
  if (DC_INTEGRATION_SENT_VERSION !== undefined) return DC_INTEGRATION_SENT_VERSION;
  return GetAddOnMetadata(ADDON_NAME, "Version") ?? "0.0.0";
}

/** `version` ("1.2.3") as one rising number, 10203: what LibStub compares. */
export function versionNumber(version: string): number {
  const [major, minor, patch] = string.match(version, "^(%d+)%.(%d+)%.(%d+)");
  return (tonumber(major) ?? 0) * 10000 + (tonumber(minor) ?? 0) * 100 + (tonumber(patch) ?? 0);
}
