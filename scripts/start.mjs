/**
 * `npm start`: with DC_DATABASE_URL the bridge for a real server; without, the demo on a private MariaDB.
 * What stands behind `npm start --` goes on to either.
 */
import { ensurePackages, ensurePrograms, NEEDED_TO_START, run } from "./bootstrap.mjs";

const words = process.argv.slice(2);
ensurePackages();
if (process.env.DC_DATABASE_URL) {
  run("npx", ["tsx", "scripts/build-for-bridge.ts"]);
  run("node", ["dist/bridge/dc-bridge.js", "start", ...words]);
} else {
  ensurePrograms(NEEDED_TO_START);
  run("npx", ["tsx", "scripts/build.ts"]);
  run("npx", ["tsx", "test/simulated-realm/demo/main.ts", ...words]);
}
