import { execFileSync, spawnSync } from "node:child_process";

/** LuaJIT is the default of Eluna on TrinityCore, Lua 5.2 that of ALE, and Lua 5.1 is the client's. */
export const LUAS = ["luajit", "lua5.2", "lua5.1"] as const;

/** Rounds of each comparison; what is reported is the median. */
export const ROUNDS = 7;

/**
 * How the buses are compared: by the fastest of many short runs. What else the machine does only ever adds time, and more to Lua, whose
 * collector wants the memory's cache, than to C++.
 */
export const BUS_ROUNDS = 21;
export const PUBLISHES_PER_ROUND = 100_000;

/** Runs a program and reads the numbers of its one line. */
export function runForNumbers(program: string, words: readonly string[]): number[] {
  return runForLines(program, words)[0]?.map(Number) ?? [];
}

/** Runs a program and reads its lines, each as the words on it. */
export function runForLines(program: string, words: readonly string[]): string[][] {
  const output = execFileSync(program, words, { encoding: "utf8" });
  return output
    .trim()
    .split("\n")
    .map((line) => line.split(" "));
}

/** Machine instructions of a whole run of plain Lua: repeats almost to the digit where wall time is noise. NaN without valgrind. */
export function countInstructions(words: readonly string[]): number {
  const tool = ["--tool=callgrind", "--callgrind-out-file=/dev/null", "lua5.1"];
  const { stderr } = spawnSync("valgrind", [...tool, ...words], { encoding: "utf8" });
  return Number(/Collected : (\d+)/.exec(stderr ?? "")?.[1]);
}
