import { countInstructions, LUAS, ROUNDS, runForLines, runForNumbers } from "./lua-process";
import { type Measurement, median } from "./measurement";

const REALM = "dist/bench/realm.lua";
const CALLS_LOOP = "bench/lua/method-calls-loop.lua";
const TICK_LOOP = "bench/lua/world-tick-loop.lua";
const MEMORY = "bench/lua/player-memory.lua";
/** LuaJIT's take about a nanosecond. */
const CALLS = { luajit: 10_000_000, "lua5.2": 1_000_000, "lua5.1": 1_000_000 };
const TICKS = 10;

/** Bytes that one run of a loop may leave in all: a dozen tables of the loop itself, and nothing for each call. */
const LOOP_BYTES = 2048;

type Method = "emptyBonus" | "bonusOf5" | "bonusOf500" | "emptyCurrency" | "currency";
type Runs = Record<Method, number[]>;

interface CallRuns {
  readonly seconds: Runs;
  readonly bytes: Runs;
}

function noRuns(): Runs {
  return { emptyBonus: [], bonusOf5: [], bonusOf500: [], emptyCurrency: [], currency: [] };
}

function isMethod(name: string): name is Method {
  return name in noRuns();
}

type Lua = (typeof LUAS)[number];

function runCalls(lua: Lua): CallRuns {
  const runs = { seconds: noRuns(), bytes: noRuns() };
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name = "", seconds, bytes] of runForLines(lua, [CALLS_LOOP, REALM, String(CALLS[lua])])) {
      if (!isMethod(name)) throw new Error(`${CALLS_LOOP} measured ${name}`);
      runs.seconds[name].push(Number(seconds));
      runs.bytes[name].push(Number(bytes));
    }
  }
  return runs;
}

/** How much longer `method` takes than `other`, round by round. */
function ratio({ seconds }: CallRuns, method: Method, other: Method): number {
  return median(seconds[method].map((value, round) => value / (seconds[other][round] ?? Number.NaN)));
}

function bytesOf({ bytes }: CallRuns, method: Method): number {
  return Math.max(0, median(bytes[method]) - LOOP_BYTES);
}

/** The calls that other scripts make at every blow and every shop window. */
function benchCalls(lua: Lua): Measurement[] {
  const runs = runCalls(lua);
  return [
    {
      name: `${lua}: GetBonusMultiplier with 500 synergies, against 5`,
      value: ratio(runs, "bonusOf500", "bonusOf5"),
      unit: "x",
      limit: { kind: "at most", value: 1.2 },
    },
    {
      name: `${lua}: GetBonusMultiplier, against an empty method call`,
      value: ratio(runs, "bonusOf500", "emptyBonus"),
      unit: "x",
      limit: { kind: "at most", value: 6 },
    },
    {
      name: `${lua}: GetCurrency, against an empty method call`,
      value: ratio(runs, "currency", "emptyCurrency"),
      unit: "x",
      limit: { kind: "at most", value: 4 },
    },
    {
      name: `${lua}: memory per GetBonusMultiplier and GetCurrency`,
      value: (bytesOf(runs, "bonusOf500") + bytesOf(runs, "currency")) / CALLS[lua],
      unit: "bytes",
      limit: { kind: "at most", value: 0 },
    },
  ];
}

function microsecondsPerEvent(lua: string): number {
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const [seconds = Number.NaN, events = Number.NaN] = runForNumbers(lua, [TICK_LOOP, REALM, String(TICKS)]);
    rounds.push((seconds / events) * 1_000_000);
  }
  return median(rounds);
}

/** A tick more, and its share of the poll that comes with every fifth. */
function instructionsPerEvent(): number {
  const total = (ticks: number): number => countInstructions([TICK_LOOP, REALM, String(ticks)]);
  return (total(6) - total(1)) / 5000;
}

function benchEvents(): Measurement[] {
  const name = "an event that changes four values, among 1,000 players";
  return [
    {
      name: `luajit: ${name}`,
      value: microsecondsPerEvent("luajit"),
      unit: "µs",
      limit: { kind: "at most", value: 30 },
    },
    {
      name: `lua5.2: ${name}`,
      value: microsecondsPerEvent("lua5.2"),
      unit: "µs",
      limit: { kind: "at most", value: 120 },
    },
    { name: `lua5.1: ${name}`, value: instructionsPerEvent(), unit: "instructions" },
  ];
}

function benchMemory(lua: string): Measurement {
  return {
    name: `${lua}: memory of an online player`,
    value: runForNumbers(lua, [MEMORY, REALM])[0] ?? Number.NaN,
    unit: "bytes",
    limit: { kind: "at most", value: 4096 },
  };
}

/** The realm script as servers run it, on an engine that costs next to nothing. */
export function benchRealm(): Measurement[] {
  return [...LUAS.flatMap(benchCalls), ...benchEvents(), ...["luajit", "lua5.2"].map(benchMemory)];
}
