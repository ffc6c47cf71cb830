import { Command } from "commander";

import { SettingsError } from "../config/load-settings";
import { NewerSchemaError } from "../migrations/migrate";
import { migrateOnly, start } from "./commands";
import { EXIT } from "./exit-codes";
import { withUsageErrors } from "./usage";

function exitCodeOf(failure: unknown): number {
  if (failure instanceof SettingsError) return EXIT.wrongSettings;
  return failure instanceof NewerSchemaError ? EXIT.newerSchema : EXIT.failure;
}

type Action = (configFile: string | undefined) => Promise<void>;

/** A failure ends the program with one message and a code that tells what kind it was. */
function guarded(action: Action): (options: { config?: string }) => Promise<void> {
  return async ({ config }) => {
    try {
      await action(config);
    } catch (failure) {
      process.stderr.write(`dc-bridge: ${failure instanceof Error ? failure.message : String(failure)}\n`);
      process.exitCode = exitCodeOf(failure);
    }
  };
}

/** The command line of `dc-bridge`. */
export function createProgram(): Command {
  const program = new Command("dc-bridge").description("Joins a characters database with its running realms");
  withUsageErrors(program.usage("[command] [options]"));
  const configOption = ["--config <file>", "JSON file with settings; DC_CONFIG names one as well"] as const;
  program
    .command("start", { isDefault: true })
    .description("migrate the database, then apply what the realms send until stopped")
    .option(...configOption)
    .action(guarded(start));
  program
    .command("migrate")
    .description("bring the tables to this version and end")
    .option(...configOption)
    .action(guarded(migrateOnly));
  return program;
}
