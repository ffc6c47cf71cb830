import "../../shared/language/javascript";

import { createProgram } from "./cli/program";

await createProgram().parseAsync();
// The driver keeps the timers of statements whose connection was lost; nobody should wait for those.
process.exit();
