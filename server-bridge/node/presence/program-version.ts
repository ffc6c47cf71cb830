import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { z } from "zod";

const packageFile = z.object({ version: z.string() });

/** The version in the package.json above the program, which runs from its source and from a bundle; "unknown" without one. */
export function programVersion(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const file = join(folder, "package.json");
    if (existsSync(file)) return packageFile.parse(JSON.parse(readFileSync(file, "utf8"))).version;
    const parent = dirname(folder);
    if (parent === folder) return "unknown";
    folder = parent;
  }
}
