import "../../shared/language/javascript";

import { createProgram } from "./cli/program";

await createProgram().parseAsync();
