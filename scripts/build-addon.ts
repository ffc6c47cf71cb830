import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { compileLua } from "./compile-lua";
import { projectVersion } from "./project-version";

const ADDON_FOLDER = "dist/Interface/AddOns/DCIntegration";
const BUNDLE = `${ADDON_FOLDER}/DCIntegration.lua`;
const TOC = "DCIntegration.toc";
/** Not among the scripts that every realm runs: it costs each client that lacks the addon a download at login. */
const SENT_FOLDER = "dist/optional_lua_scripts";
/** The name that addon/client/version.ts reads: the installed addon asks its `.toc` instead. */
const NOT_SENT = "local DC_INTEGRATION_SENT_VERSION = nil\n";

/** A file of `addon/static` with the project's version in it. */
function readStatic(name: string): string {
  return readFileSync(`addon/static/${name}`, "utf8").replaceAll("@version@", projectVersion());
}

/**
 * Compiles the addon to one Lua file and puts its `.toc` beside it; and writes the same code as a realm script, which
 * sends it to clients that have not installed it.
 */
export function buildAddon(): void {
  compileLua("addon/tsconfig.json");
  const bundle = readFileSync(BUNDLE, "utf8");
  writeFileSync(BUNDLE, NOT_SENT + bundle);
  writeFileSync(`${ADDON_FOLDER}/${TOC}`, readStatic(TOC));
  mkdirSync(SENT_FOLDER, { recursive: true });
  writeFileSync(`${SENT_FOLDER}/dc_integration_addon.lua`, readStatic("sent-by-realm.lua") + bundle);
}
