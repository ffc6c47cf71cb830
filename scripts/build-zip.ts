import { createWriteStream, readdirSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import { projectVersion } from "./project-version";

const ADDON = "DCIntegration";
const ADDONS_FOLDER = "dist/Interface/AddOns";
/** A fixed time, so that the same files make the same zip. */
const MODIFIED = new Date("2020-01-01T00:00:00Z");

/** Packs the addon for players: `dist/DCIntegration-<version>.zip` with the addon's folder at its top. */
export async function buildZip(): Promise<void> {
  const zip = new ZipFile();
  const entries = readdirSync(join(ADDONS_FOLDER, ADDON), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort()) {
    zip.addFile(file, file.slice(ADDONS_FOLDER.length + 1), { mtime: MODIFIED, mode: 0o100644 });
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(`dist/${ADDON}-${projectVersion()}.zip`));
}
