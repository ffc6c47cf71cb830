import { Command, InvalidArgumentError, Option } from "commander";
import { withUsageErrors } from "../../../server-bridge/node/cli/usage";
import { engines } from "../../fixtures/lua-engines.json";
import type { EngineName, Script } from "../host/worldserver";
import { findAddon, readScript, readText } from "./own-files";

/** Something that is done once the story is over: code for the realm, or a line that Arthas types. */
export type Deed =
  { readonly is: "lua"; readonly text: string } | { readonly is: "chat"; readonly text: string };

export interface DemoOptions {
  readonly once: boolean;
  readonly verbose: boolean;
  readonly engine: EngineName;
  readonly mapStates: boolean;
  readonly script: readonly Script[];
  /** Folders. */
  readonly addon: readonly string[];
  /** Texts of SQL files. */
  readonly sql: readonly string[];
  /** In their order on the command line. */
  readonly deeds: readonly Deed[];
}

const ENGINE_OF_MAP_STATES: EngineName = "eluna-azerothcore";

/** What an option that is not given means. */
const NOT_GIVEN = { once: false, verbose: false, mapStates: false, script: [], addon: [], sql: [] } as const;

/** An option that may be given several times; each value passes `read`. */
function listOption<Value>(flags: string, description: string, read: (value: string) => Value): Option {
  return new Option(flags, description).argParser<Value[] | undefined>((value, before = []) => [
    ...before,
    read(value),
  ]);
}

function chatLine(text: string): string {
  if (!/^[./]\w/.test(text)) throw new InvalidArgumentError("It must begin with / or a dot, and a word.");
  return text;
}

function deedOption(is: Deed["is"], flags: string, description: string, deeds: Deed[]): Option {
  return listOption(flags, description, (value) => {
    const text = is === "chat" ? chatLine(value) : value;
    deeds.push({ is, text });
    return text;
  });
}

/** The command line of the demo. @param deeds Gets what `--lua` and `--chat` say, in their common order. */
export function createDemoProgram(deeds: Deed[] = []): Command {
  const program = new Command("npm start --").description(
    "The demo: a private MariaDB, the bridge, and a simulated realm that plays a story on them, with your own scripts and addons",
  );
  return withUsageErrors(program)
    .option(
      "--once",
      "play the story once and end: with 0, or with 1 after an error or if something did not arrive",
    )
    .addOption(listOption("--script <file...>", "a script of yours for the realm", readScript))
    .addOption(listOption("--addon <folder...>", "an addon of yours for Arthas's client", findAddon))
    .addOption(
      listOption("--sql <file...>", "SQL to run before the realm starts: your rows of dc_ tables", readText),
    )
    .addOption(deedOption("lua", "--lua <code>", "Lua to run in the realm after the story", deeds))
    .addOption(
      deedOption(
        "chat",
        "--chat <line>",
        "what Arthas, a GM, types after the story: '/dci status', '.dci status'",
        deeds,
      ),
    )
    .addOption(
      new Option("--engine <name>", "the engine of the realm").choices(Object.keys(engines)).default("ale"),
    )
    .addOption(
      new Option(
        "--map-states",
        `a Lua state for each map, as Eluna has: on ${ENGINE_OF_MAP_STATES} unless --engine names another`,
      ).implies({ engine: ENGINE_OF_MAP_STATES }),
    )
    .option("--verbose", "show the logs of realm and bridge");
}

/** The options in `words`. Ends the program with a line of usage if there is a fault in them, and after `--help`. */
export function readDemoOptions(words: readonly string[]): DemoOptions {
  const deeds: Deed[] = [];
  const program = createDemoProgram(deeds).parse(words, { from: "user" });
  const options = { ...NOT_GIVEN, ...program.opts<Pick<DemoOptions, "engine"> & Partial<DemoOptions>>() };
  if (options.mapStates && !engines[options.engine].multistate) {
    program.error(`error: '--map-states' needs an Eluna: ${options.engine} has one Lua state for everything`);
  }
  return { ...options, deeds };
}
