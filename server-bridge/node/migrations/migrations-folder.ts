import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const PLACES = [join("sql", "migrations"), join("server-bridge", "sql", "migrations")];

/**
 * The folder of the SQL migrations. The program runs from its source and from a bundle, and either way the folder is
 * found beside one of the folders above it.
 */
export function findMigrationsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    for (const place of PLACES) {
      const candidate = join(folder, place);
      if (existsSync(candidate)) return candidate;
    }
    const parent = dirname(folder);
    if (parent === folder) throw new Error("the SQL migrations are missing: the installation is incomplete");
    folder = parent;
  }
}
