import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const sources = join(root, "test/simulated-realm/aio");
const output = join(root, "dist/test");
const compiler = join(root, "node_modules/typescript-to-lua/dist/tstl.js");

function isCurrent(bundle: string): boolean {
  if (!existsSync(bundle)) return false;
  const made = statSync(bundle).mtimeMs;
  const files = readdirSync(sources, { recursive: true, encoding: "utf8" });
  return files.every((file) => statSync(join(sources, file)).mtimeMs <= made);
}

/**
 * Path of the double's bundle, compiled if a source is newer. Test files run at the same time: each compiles into a
 * folder of its own and moves the result into place, so that nobody reads half a bundle.
 */
export function bundleOf(side: "server" | "client"): string {
  const name = side === "server" ? "AIO_Server.lua" : "AIO_Client.lua";
  const bundle = join(output, name);
  if (isCurrent(bundle)) return bundle;
  mkdirSync(output, { recursive: true });
  const folder = mkdtempSync(join(output, "aio-"));
  try {
    const project = join(sources, `tsconfig.${side}.json`);
    // What the compiler has to say about a mistake is on its standard output.
    execFileSync(process.execPath, [compiler, "-p", project, "--outDir", folder], { stdio: "inherit" });
    renameSync(join(folder, name), bundle);
  } finally {
    rmSync(folder, { recursive: true });
  }
  return bundle;
}
