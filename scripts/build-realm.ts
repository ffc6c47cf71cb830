import { readFileSync, writeFileSync } from "node:fs";
import { compileLua } from "./compile-lua";
import { projectVersion } from "./project-version";

const BUNDLE = "dist/lua_scripts/dc_integration.lua";

/** Compiles the realm script and writes the version, which `server-bridge/eluna/version.ts` names, into its first line. */
export function buildRealm(): void {
  compileLua("server-bridge/eluna/tsconfig.json");
  const version = `local DC_INTEGRATION_VERSION = "${projectVersion()}"\n`;
  writeFileSync(BUNDLE, version + readFileSync(BUNDLE, "utf8"));
}
