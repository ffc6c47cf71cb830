/** Folder and `.toc` name; the saved variables' file and ADDON_LOADED carry it too. */
export const ADDON_NAME = "DCIntegration";

/** The version in the `.toc`, the one place that the build writes it to. */
export function addonVersion(): string {
  return GetAddOnMetadata(ADDON_NAME, "Version") ?? "0.0.0";
}

/** `version` ("1.2.3") as one rising number, 10203: what LibStub compares. */
export function versionNumber(version: string): number {
  const [major, minor, patch] = string.match(version, "^(%d+)%.(%d+)%.(%d+)");
  return (tonumber(major) ?? 0) * 10000 + (tonumber(minor) ?? 0) * 100 + (tonumber(patch) ?? 0);
}
