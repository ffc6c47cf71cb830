/**
 * `npm start` where the packages are there: the bridge for a real server if words or environment ask for it, and
 * otherwise the demo on a private MariaDB. What stands behind `npm start --` goes on to either.
 */
import { resolve } from "node:path";
import { readDemoOptions } from "../test/simulated-realm/demo/command-line.ts";
import { ensurePrograms, NEEDED_TO_START, run } from "./bootstrap.mjs";
import { asksForHelp, helpText, whatAsksForBridge } from "./start-words.ts";

function startDemo(words) {
  // Ends at a fault in the words, before the build, which takes a minute.
  readDemoOptions(words);
  ensurePrograms(NEEDED_TO_START);
  run("npx", ["tsx", "scripts/build.ts"]);
  // Not by npx, which would take itself for the caller (INIT_CWD), and ends before what it runs at Ctrl+C.
  run("node", ["--import", "tsx", "test/simulated-realm/demo/main.ts", ...words]);
}

function startBridge(words, asked) {
  console.error(`npm start: the bridge, by ${asked}`);
  run("npx", ["tsx", "scripts/build-for-bridge.ts"]);
  // npm changes into the project's folder; the names of files are meant from where it was called.
  run("node", [resolve("dist/bridge/dc-bridge.js"), ...words], { cwd: process.env.INIT_CWD });
}

// Ctrl+C is for the program that runs: it ends in order, and this one waits for it.
process.on("SIGINT", () => {});
const words = process.argv.slice(2);
const asked = whatAsksForBridge(words, process.env);
if (asksForHelp(words)) console.log(helpText());
else if (asked === undefined) startDemo(words);
else startBridge(words, asked);
