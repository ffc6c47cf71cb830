import { afterEach, beforeEach, expect } from "vitest";
import { type AddonClient, type AddonClientOptions, startAddon } from "./addon-client";

/** Starts the addon for each test of the file, and checks behind each that no Lua error has come up. */
export function everyTestStartsAddon(take: (addon: AddonClient) => void, options?: AddonClientOptions): void {
  let addon: AddonClient | undefined;
  beforeEach(async () => {
    addon = await startAddon(options);
    take(addon);
  });
  afterEach(() => {
    expect(addon?.client.errors).toEqual([]);
    addon?.client.close();
  });
}
