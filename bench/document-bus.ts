import { spawnSync } from "node:child_process";
import { BY_HAND, OURS } from "./event-bus";
import { BUS_ROUNDS, countInstructions, PUBLISHES_PER_ROUND, runForNumbers } from "./lua-process";
import type { Measurement } from "./measurement";

const PUBLISHES = String(PUBLISHES_PER_ROUND);
const LOOP = "bench/lua/built-events-loop.lua";
const DOCUMENT = "dist/bench/document-bus";
const SOURCES = ["bench/cpp/event-bus.cpp", "bench/cpp/publish-loop.cpp"];

/** What is made of a time that is a multiple of the document's. The limit is for our bus with subscribers that read `event.data`. */
const COMPARISONS = [
  {
    lua: "luajit",
    name: "events built and published per second, against the document's C++ bus",
    value: (time: number) => 1 / time,
    limit: { kind: "at least", value: 2 },
  },
  {
    lua: "lua5.2",
    name: "time to build and publish an event, against the document's C++ bus",
    value: (time: number) => time,
    limit: { kind: "at most", value: 3 },
  },
] as const;

/** Whether there is a g++ that can compile the document's bus. */
function compileDocumentBus(): boolean {
  return spawnSync("g++", ["-O2", "-std=c++20", ...SOURCES, "-o", DOCUMENT]).status === 0;
}

function seconds(program: string, words: readonly string[]): number {
  return runForNumbers(program, words)[0] ?? Number.NaN;
}

function compare({ lua, name, value, limit }: (typeof COMPARISONS)[number]): Measurement[] {
  const theirs: number[] = [];
  const ours: number[] = [];
  const byHand: number[] = [];
  const byGet: number[] = [];
  for (let round = 0; round < BUS_ROUNDS; round++) {
    theirs.push(seconds(DOCUMENT, [PUBLISHES]));
    ours.push(seconds(lua, [LOOP, OURS, PUBLISHES]));
    byHand.push(seconds(lua, [LOOP, BY_HAND, PUBLISHES]));
    byGet.push(seconds(lua, [LOOP, OURS, PUBLISHES, "Get"]));
  }
  const ratio = (times: readonly number[]): number => Math.min(...times) / Math.min(...theirs);
  return [
    { name: `${lua}: ${name}`, value: value(ratio(ours)), unit: "x", limit },
    { name: `${lua}: the same by the hand-written loop`, value: value(ratio(byHand)), unit: "x" },
    { name: `${lua}: the same with subscribers that call Get`, value: value(ratio(byGet)), unit: "x" },
  ];
}

/** Over many publishes, because the collector comes by only every thousand. */
function instructionsPerEvent(bus: string): number {
  const total = (publishes: number): number => countInstructions([LOOP, bus, String(publishes)]);
  return (total(20_000) - total(10_000)) / 10_000;
}

/**
 * The design document's own C++ bus against ours: both build an event with three fields for each publish, keep the last 1,000, and
 * call five subscribers that read the three. Undefined where there is no g++ to compile the document's.
 */
export function benchDocumentBus(): Measurement[] | undefined {
  if (!compileDocumentBus()) return undefined;
  return [
    ...COMPARISONS.flatMap(compare),
    {
      name: "lua5.1: instructions of the same, against the hand-written loop",
      value: instructionsPerEvent(OURS) / instructionsPerEvent(BY_HAND),
      unit: "x",
    },
  ];
}
