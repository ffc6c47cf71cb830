interface CommandRow {
  readonly name: string;
  /** GM rank that it takes; the console may do everything. */
  readonly rank: number;
  /** Arguments as the usage shows them: <needed>, [left out]. */
  readonly takes: string;
  readonly description: string;
  /** Whether it changes something: the server's log then names who wrote it, also where it was refused. */
  readonly changes?: true;
}

/** The first word of all commands. No core has a command that begins with it: an ambiguous word would never get here. */
export const FIRST_WORD = "dci";

/** The commands, once: permission, usage and help come from here, and the manual is held against it. */
// prettier-ignore
export const COMMANDS = [
  { name: "help", rank: 1, takes: "", description: "the commands that you may use" },
  { name: "status", rank: 1, takes: "", description: "version, engine, tables, players, systems, dropped messages" },
  { name: "profile", rank: 1, takes: "[player]", description: "profile, currencies and unlocks of a player" },
  { name: "synergies", rank: 1, takes: "[player]", description: "each bonus of a player, and how it comes about" },
  { name: "events", rank: 2, takes: "[type]", description: "how often each event has happened, or the last ones of a type" },
  { name: "ledger", rank: 2, takes: "[player]", description: "the last changes of a player, with who made them" },
  { name: "doctor", rank: 2, takes: "", description: "whether tables, bridge, engine and addons are as they should be" },
  { name: "grant", rank: 3, takes: "<player> <currency> <amount> [reason]", description: "gives currency", changes: true },
  { name: "spend", rank: 3, takes: "<player> <currency> <amount> [reason]", description: "takes currency", changes: true },
  { name: "unlock", rank: 3, takes: "<player> <type> <id>", description: "gives a title, mount, pet or other unlock", changes: true },
] as const satisfies readonly CommandRow[];

export type CommandName = (typeof COMMANDS)[number]["name"];

/** The command called `name`; undefined if there is none. */
export function findCommand(name: string): (CommandRow & { readonly name: CommandName }) | undefined {
  for (const row of COMMANDS) if (row.name === name) return row;
  return undefined;
}

/** How `row` is written: ".dci unlock <player> <type> <id>". */
export function usageOf(row: CommandRow): string {
  const usage = `.${FIRST_WORD} ${row.name}`;
  return row.takes === "" ? usage : `${usage} ${row.takes}`;
}
