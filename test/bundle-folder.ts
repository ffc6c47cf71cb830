/** Where the bundles of a test run go, which is known by the port of its MariaDB. Deleted with it. */
export function bundleFolder(mariadbPort: number): string {
  return `dist/test/bridge-${mariadbPort}`;
}
