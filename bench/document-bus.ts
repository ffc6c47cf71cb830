import { spawnSync } from "node:child_process";
import { ROUNDS, runForNumbers } from "./lua-process";
import { type Measurement, median } from "./measurement";

const PUBLISHES = 300_000;
const LOOP = "bench/lua/built-events-loop.lua";
const OURS = "dist/bench/event-bus.lua";
const DOCUMENT = "dist/bench/document-bus";
const SOURCES = ["bench/cpp/event-bus.cpp", "bench/cpp/publish-loop.cpp"];

/** Whether there is a g++ that can compile the document's bus. */
function compileDocumentBus(): boolean {
  return spawnSync("g++", ["-O2", "-std=c++20", ...SOURCES, "-o", DOCUMENT]).status === 0;
}

function documentSeconds(): number {
  return runForNumbers(DOCUMENT, [String(PUBLISHES)])[0] ?? Number.NaN;
}

function ourSeconds(lua: string): number {
  return runForNumbers(lua, [LOOP, OURS, String(PUBLISHES)])[0] ?? Number.NaN;
}

/**
 * The design document's own C++ bus against ours: both build an event with three fields for each publish, keep the last 1,000, and
 * call five subscribers that read the three. Undefined where there is no g++ to compile the document's.
 */
export function benchDocumentBus(): Measurement[] | undefined {
  if (!compileDocumentBus()) return undefined;
  const luajit: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const theirs = documentSeconds();
    luajit.push(theirs / ourSeconds("luajit"));
    plain.push(ourSeconds("lua5.2") / theirs);
  }
  return [
    {
      name: "luajit: events built and published per second, against the document's C++ bus",
      value: median(luajit),
      unit: "x",
      limit: { kind: "at least", value: 2 },
    },
    {
      name: "lua5.2: time to build and publish an event, against the document's C++ bus",
      value: median(plain),
      unit: "x",
      limit: { kind: "at most", value: 3 },
    },
  ];
}
