/** `npm run bench`: ratios within one run, because machines differ and are noisy. Nothing is asserted. */
import { compileLua } from "../scripts/compile-lua";
import { benchBridge } from "./bridge";
import { benchDocumentBus } from "./document-bus";
import { benchEventBus } from "./event-bus";
import { describeMeasurement, type Measurement } from "./measurement";
import { benchRealm } from "./realm";

function print(measurements: readonly Measurement[]): void {
  for (const measurement of measurements) console.log(describeMeasurement(measurement));
}

compileLua("bench/lua/tsconfig.json");
compileLua("bench/lua/realm.tsconfig.json");
print(benchEventBus());
const documentBus = benchDocumentBus();
if (documentBus === undefined) console.log("the document's C++ bus: not compared, g++ is missing or too old");
else print(documentBus);
print(benchRealm());
print(await benchBridge());
