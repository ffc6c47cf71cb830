/** Builds what an admin's server needs and the demo's doubles do not: see `start.mjs`. */
import { buildBridge } from "./build-bridge";

await buildBridge();
