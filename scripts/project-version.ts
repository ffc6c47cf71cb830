import { readFileSync } from "node:fs";

/** The one version number of the project. */
export function projectVersion(): string {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  return version;
}
