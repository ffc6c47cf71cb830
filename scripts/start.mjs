/** `npm start`: installs the packages if they are missing, and goes on with what needs them. */
import { ensurePackages } from "./bootstrap.mjs";

ensurePackages();
(await import("tsx/esm/api")).register();
await import("./start-program.mjs");
