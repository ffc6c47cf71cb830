/** What stands behind `npm start --` and in the environment says which of two programs is meant. */
import { Command } from "commander";
import { createProgram } from "../server-bridge/node/cli/program";
import { configuredBy } from "../server-bridge/node/config/load-settings";
import { createDemoProgram } from "../test/simulated-realm/demo/command-line";

/**
 * Both programs' options, so that what belongs to one is not taken for another or for a command. A fault in what was asked is
 * left to the program itself.
 */
function probe(words: readonly string[]): { readonly command: string | undefined; readonly config: boolean } {
  const program = new Command().option("--config [file]").helpOption(false);
  for (const { flags } of createDemoProgram().options) program.option(flags);
  const { operands } = program.parseOptions([...words]);
  return { command: operands[0], config: program.getOptionValue("config") !== undefined };
}

/** What asks for the bridge: an option, a command of its, or a variable. Undefined when the demo is meant. */
export function whatAsksForBridge(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const { command, config } = probe(words);
  const isCommand = createProgram().commands.some((candidate) => candidate.name() === command);
  if (isCommand) return command;
  return config ? "--config" : configuredBy(environment);
}

export function asksForHelp(words: readonly string[]): boolean {
  return ["--help", "-h", "help"].includes(words[0] ?? "");
}

/** How both programs are used. */
export function helpText(): string {
  const bridge = createProgram().helpInformation();
  return (
    `${createDemoProgram().helpInformation()}\n` +
    "With DC_DATABASE_URL, DC_CONFIG, --config or one of its commands it is the bridge of a real server instead:\n\n" +
    bridge.replaceAll("dc-bridge", "npm start --")
  );
}
