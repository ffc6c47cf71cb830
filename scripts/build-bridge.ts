import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { build } from "esbuild";

const BUNDLE = "dist/bridge/dc-bridge.js";
const EXECUTABLE = 0o755;

/** Bridges that start meanwhile read the old file or the new one, and never a half. */
function replaceFile(path: string, content: Uint8Array): void {
  const draft = `${path}.${process.pid}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(draft, content, { mode: EXECUTABLE });
  renameSync(draft, path);
}

/** Bundles the bridge into one ES module; the packages that it needs stay in node_modules. */
export async function buildBridge(): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: ["server-bridge/node/main.ts"],
    outfile: BUNDLE,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: true,
    write: false,
    banner: { js: "#!/usr/bin/env node" },
    logLevel: "warning",
  });
  for (const { path, contents } of outputFiles) replaceFile(path, contents);
}
