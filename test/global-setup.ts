import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { TestProject } from "vitest/node";

import { startPrivateMariadb } from "../scripts/private-mariadb";
import { bundleFolder } from "./bundle-folder";

declare module "vitest" {
  interface ProvidedContext {
    /** Port of the MariaDB that all test files of a run share, each with databases of its own. */
    readonly mariadbPort: number;
  }
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "dc-test-"));
  const server = await startPrivateMariadb({ folder });
  project.provide("mariadbPort", server.port);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
    rmSync(bundleFolder(server.port), { recursive: true, force: true });
  };
}
