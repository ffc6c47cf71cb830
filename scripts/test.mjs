/** `npm test`: installs what is missing, builds, lints, and runs every test. */
import { ensurePackages, ensurePrograms, NEEDED_TO_TEST, run } from "./bootstrap.mjs";

ensurePackages();
ensurePrograms(NEEDED_TO_TEST);
run("npx", ["tsx", "scripts/build.ts"]);
run("npx", ["tsx", "scripts/lint.ts"]);
run("npx", ["vitest", "run"]);
run("npx", ["tsx", "scripts/busted.ts"]);
