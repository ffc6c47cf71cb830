/** `npm run bench`: ratios within one run, because machines differ and are noisy. Nothing is asserted. */
import { benchBridge } from "./bridge";
import { benchEventBus } from "./event-bus";
import { describeMeasurement } from "./measurement";

for (const measurement of benchEventBus()) console.log(describeMeasurement(measurement));
for (const measurement of await benchBridge()) console.log(describeMeasurement(measurement));
