import { chmodSync } from "node:fs";
import { build } from "esbuild";

const BUNDLE = "dist/bridge/dc-bridge.js";

/** Bundles the bridge into one ES module; the packages that it needs stay in node_modules. */
export async function buildBridge(): Promise<void> {
  await build({
    entryPoints: ["server-bridge/node/main.ts"],
    outfile: BUNDLE,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: true,
    banner: { js: "#!/usr/bin/env node" },
    logLevel: "warning",
  });
  chmodSync(BUNDLE, 0o755);
}
