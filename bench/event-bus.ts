import { BUS_ROUNDS, countInstructions, LUAS, PUBLISHES_PER_ROUND, runForNumbers } from "./lua-process";
import type { Measurement } from "./measurement";

const LOOP = "bench/lua/event-bus-loop.lua";
export const OURS = "dist/bench/event-bus.lua";
export const BY_HAND = "bench/lua/hand-written-bus.lua";

interface Run {
  readonly seconds: number;
  readonly bytes: number;
}

function runLoop(lua: string, bus: string): Run {
  const [seconds = Number.NaN, bytes = Number.NaN] = runForNumbers(lua, [
    LOOP,
    bus,
    String(PUBLISHES_PER_ROUND),
  ]);
  return { seconds, bytes };
}

function instructionsPerPublish(bus: string): number {
  const total = (publishes: number): number => countInstructions([LOOP, bus, String(publishes)]);
  return (total(4000) - total(2000)) / 2000;
}

function benchLua(lua: string): Measurement[] {
  const ours: number[] = [];
  const byHand: number[] = [];
  let bytes = 0;
  for (let round = 0; round < BUS_ROUNDS; round++) {
    const run = runLoop(lua, OURS);
    ours.push(run.seconds);
    byHand.push(runLoop(lua, BY_HAND).seconds);
    bytes = run.bytes / PUBLISHES_PER_ROUND;
  }
  return [
    {
      name: `${lua}: publish to 5 subscribers, against a hand-written loop`,
      value: Math.min(...ours) / Math.min(...byHand),
      unit: "x",
      limit: { kind: "at most", value: 1.5 },
    },
    {
      name: `${lua}: memory per publish of an event that exists`,
      value: bytes,
      unit: "bytes",
      limit: { kind: "at most", value: 0.5 },
    },
  ];
}

/** The bus against a hand-written loop that does the same, in turns within one run. */
export function benchEventBus(): Measurement[] {
  return [
    ...LUAS.flatMap(benchLua),
    {
      name: "lua5.1: instructions of a publish, against the hand-written loop",
      value: instructionsPerPublish(OURS) / instructionsPerPublish(BY_HAND),
      unit: "x",
      limit: { kind: "at most", value: 1.5 },
    },
  ];
}
