import type { Command } from "commander";

import { EXIT } from "./exit-codes";

/**
 * A wrong command line ends the program with the fault, one line of usage, and the exit code of wrong settings.
 * Commands inherit it, so it is set before they are added.
 */
export function withUsageErrors(program: Command): Command {
  return program
    .showHelpAfterError(`Usage: ${program.name()} ${program.usage()} (${program.name()} --help says more)`)
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.success : EXIT.wrongSettings));
}
