import { versionNumber } from "../client/version";

const LIBRARY_NAME = "DCIntegration-1.0";

/**
 * Gives addons that look for libraries the same methods under `LibStub("DCIntegration-1.0")`. LibStub makes the table
 * itself, so the methods are copied into it.
 */
export function registerLibrary(integration: DCIntegrationAddon.Integration, version: string): void {
  if (LibStub === undefined) return;
  const [library] = LibStub.NewLibrary<Record<string, unknown>>(LIBRARY_NAME, versionNumber(version));
  if (library === undefined) return;
  for (const [name, method] of pairs(integration)) library[name] = method;
}
