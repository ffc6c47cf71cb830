/** `npm run build`: the addon and its zip, the realm script, the bridge, and the Lua that the tests run. */
import { rmSync } from "node:fs";
import { buildAddon } from "./build-addon";
import { buildBridge } from "./build-bridge";
import { buildRealm } from "./build-realm";
import { buildZip } from "./build-zip";
import { writeClientTypes } from "./client-types";
import { compileLua, TEST_PROJECTS } from "./compile-lua";

async function step(name: string, work: () => unknown): Promise<void> {
  const started = performance.now();
  await work();
  console.log(`built ${name} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

await step("types of the 3.3.5a client", writeClientTypes);
await step("dist/Interface/AddOns/DCIntegration", buildAddon);
await step("the addon's zip", buildZip);
await step("dist/lua_scripts/dc_integration.lua", buildRealm);
await step("dist/bridge/dc-bridge.js", buildBridge);
// A spec that has another name now must not run as it was.
rmSync("dist/test", { recursive: true, force: true });
for (const project of TEST_PROJECTS) await step(project, () => compileLua(project));
