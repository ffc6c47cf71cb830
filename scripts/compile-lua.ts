import { resolve } from "node:path";
import ts from "typescript";
import * as tstl from "typescript-to-lua";

/** What the tests need as Lua: the shared specs, the stand-ins for game and server, the realm's specs. */
export const TEST_PROJECTS = [
  "test/shared/tsconfig.json",
  "test/simulated-realm/aio/tsconfig.server.json",
  "test/simulated-realm/aio/tsconfig.client.json",
  "test/simulated-realm/client/tsconfig.json",
  "test/simulated-realm/engine/tsconfig.json",
  "test/eluna/tsconfig.json",
] as const;

/** Compiles one project to Lua. Throws, after printing the compiler's messages, if anything is wrong with it. */
export function compileLua(project: string): void {
  const { diagnostics } = tstl.transpileProject(resolve(project));
  const report = tstl.createDiagnosticReporter(true);
  for (const diagnostic of diagnostics) report(diagnostic);
  if (diagnostics.some((diagnostic) => diagnostic.category === ts.DiagnosticCategory.Error)) {
    throw new Error(`${project} does not compile to Lua`);
  }
}
