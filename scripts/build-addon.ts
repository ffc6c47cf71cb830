import { readFileSync, writeFileSync } from "node:fs";
import { compileLua } from "./compile-lua";
import { projectVersion } from "./project-version";

const ADDON_FOLDER = "dist/Interface/AddOns/DCIntegration";
const TOC = "DCIntegration.toc";

/** Compiles the addon to one Lua file and puts its `.toc` beside it, with the project's version. */
export function buildAddon(): void {
  compileLua("addon/tsconfig.json");
  const toc = readFileSync(`addon/static/${TOC}`, "utf8");
  writeFileSync(`${ADDON_FOLDER}/${TOC}`, toc.replace("@version@", projectVersion()));
}
