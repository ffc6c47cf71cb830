import { execFileSync, spawnSync } from "node:child_process";
import { compileLua } from "../scripts/compile-lua";
import { type Measurement, median } from "./measurement";

const LOOP = "bench/lua/event-bus-loop.lua";
const OURS = "dist/bench/event-bus.lua";
const BY_HAND = "bench/lua/hand-written-bus.lua";
const PUBLISHES = 300_000;
const ROUNDS = 7;

interface Run {
  readonly seconds: number;
  readonly bytes: number;
}

function runLoop(lua: string, bus: string): Run {
  const output = execFileSync(lua, [LOOP, bus, String(PUBLISHES)], { encoding: "utf8" });
  const [seconds, bytes] = output.trim().split(" ").map(Number);
  return { seconds: seconds ?? Number.NaN, bytes: bytes ?? Number.NaN };
}

/** Instructions of one publish on plain Lua: repeats to the digit where wall time is noise. */
function instructionsPerPublish(bus: string): number {
  const total = (publishes: number): number => {
    const words = [
      "--tool=callgrind",
      "--callgrind-out-file=/dev/null",
      "lua5.1",
      LOOP,
      bus,
      String(publishes),
    ];
    const { stderr } = spawnSync("valgrind", words, { encoding: "utf8" });
    return Number(/Collected : (\d+)/.exec(stderr)?.[1]);
  };
  return (total(4000) - total(2000)) / 2000;
}

/** The bus against a hand-written loop that does the same, in turns within one run. */
export function benchEventBus(): Measurement[] {
  compileLua("bench/lua/tsconfig.json");
  const measurements: Measurement[] = [];
  for (const lua of ["luajit", "lua5.2", "lua5.1"]) {
    const ratios: number[] = [];
    let bytes = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const ours = runLoop(lua, OURS);
      ratios.push(ours.seconds / runLoop(lua, BY_HAND).seconds);
      bytes = ours.bytes / PUBLISHES;
    }
    measurements.push(
      {
        name: `${lua}: publish to 5 subscribers, against a hand-written loop`,
        value: median(ratios),
        unit: "x",
        limit: { kind: "at most", value: 1.5 },
      },
      {
        name: `${lua}: memory per publish of an event that exists`,
        value: bytes,
        unit: "bytes",
        limit: { kind: "at most", value: 0.5 },
      },
    );
  }
  const ours = instructionsPerPublish(OURS);
  const byHand = instructionsPerPublish(BY_HAND);
  measurements.push({
    name: "lua5.1: instructions of a publish, against the hand-written loop",
    value: ours / byHand,
    unit: "x",
    limit: { kind: "at most", value: 1.5 },
  });
  return measurements;
}
