/** `npm run lint`: every check that reads and does not run. Needs a build, because luacheck reads the generated Lua. */
import { execaSync } from "execa";

interface Check {
  readonly name: string;
  readonly why: string;
  readonly command: readonly [string, ...string[]];
}

const CHECKS: readonly Check[] = [
  { name: "tsc", why: "types of everything that runs in Node", command: ["npx", "tsc", "--noEmit"] },
  {
    name: "ESLint",
    why: "the rules of the hosts and of the language",
    command: ["npx", "eslint", ".", "--max-warnings", "0"],
  },
  {
    name: "Prettier",
    why: "one way to write it",
    command: ["npx", "prettier", "--check", "--log-level", "warn", "."],
  },
  {
    name: "luacheck",
    why: "the generated Lua uses no global that it should not",
    command: ["luacheck", "-q", "dist/Interface", "dist/lua_scripts"],
  },
];

const failed: string[] = [];
for (const { name, why, command } of CHECKS) {
  const [program, ...words] = command;
  const { exitCode } = execaSync(program, words, { stdio: "inherit", reject: false });
  console.log(`${exitCode === 0 ? "ok    " : "FAILED"} ${name}: ${why}`);
  if (exitCode !== 0) failed.push(name);
}
if (failed.length > 0) {
  console.error(`lint failed: ${failed.join(", ")}`);
  process.exitCode = 1;
}
