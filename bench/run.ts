/** `npm run bench`: what the project costs, as ratios within this run; `npm run bench -- bus` and other names: parts of it. */
import { compileLua } from "../scripts/compile-lua";
import { benchBridge } from "./bridge";
import { benchDocumentBus } from "./document-bus";
import { benchEventBus } from "./event-bus";
import { describeMeasurement, type Measurement } from "./measurement";
import { benchRealm } from "./realm";

function print(measurements: readonly Measurement[]): void {
  for (const measurement of measurements) console.log(describeMeasurement(measurement));
}

function benchBuses(): void {
  compileLua("bench/lua/tsconfig.json");
  print(benchEventBus());
  const documentBus = benchDocumentBus();
  if (documentBus === undefined)
    console.log("the document's C++ bus: not compared, g++ is missing or too old");
  else print(documentBus);
}

function benchRealmScript(): void {
  compileLua("bench/lua/realm.tsconfig.json");
  print(benchRealm());
}

const PARTS: Readonly<Record<string, () => void | Promise<void>>> = {
  bus: benchBuses,
  realm: benchRealmScript,
  bridge: async () => print(await benchBridge()),
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`no part of the bench: ${unknown.join(", ")}; there are ${Object.keys(PARTS).join(", ")}`);
  process.exitCode = 1;
} else {
  for (const [name, part] of Object.entries(PARTS))
    if (names.length === 0 || names.includes(name)) await part();
}
