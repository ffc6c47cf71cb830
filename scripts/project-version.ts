import { readFileSync } from "node:fs";
import { checkVersion } from "../shared/wire/check-version";

/** `version` of the text of a package.json. Refuses one that realm and addon would not take from each other. */
export function readVersion(packageJson: string): string {
  const { version } = JSON.parse(packageJson) as { version: string };
  const complaint = checkVersion(version);
  if (complaint !== undefined) throw new Error(`package.json: ${complaint}, not '${version}'`);
  return version;
}

/** The one version number of the project. */
export function projectVersion(): string {
  return readVersion(readFileSync("package.json", "utf8"));
}
