import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PLAYER_HOOKS } from "../../server-bridge/eluna/engine/hooks";
import { EVENT_TYPES, type PayloadType } from "../../shared/catalog/event-types";
import { ENGINES } from "./engine-names";
import { registeredHooks, startRealmScript } from "./realm-hooks";
import { worldUnderTest } from "./world-under-test";

const manual = readFileSync("docs/events.md", "utf8").replaceAll(/ +/g, " ");
const YOUR_SCRIPT = "your script";
/** Marks a type of which no hook tells some events. */
const GAPS = "[gaps](#gaps)";
/** The hooks that make no events: of chat commands, and of characters whom nobody plays. */
const NO_EVENT: readonly number[] = [
  PLAYER_HOOKS.command,
  PLAYER_HOOKS.characterCreate,
  PLAYER_HOOKS.characterDelete,
];

/** The cells of the table's rows: type, data, and one for each engine in the order of the fixture. */
const rows = [...manual.matchAll(/^\| ([A-Z_]+) \|(.*)\|$/gm)].map(([, type = "", rest = ""]) => {
  const [data = "", ...engines] = rest.split("|").map((cell) => cell.trim());
  return { type, data, engines };
});

const WORDS: Readonly<Record<PayloadType, string>> = {
  integer: "",
  boolean: " (true/false)",
  text: " (text)",
};

function dataCell(payload: Readonly<Record<string, PayloadType>>): string {
  return Object.entries(payload)
    .map(([key, type]) => `\`${key}\`${WORDS[type]}`)
    .join(", ");
}

/** The Lua examples of the manual. */
const examples = [...manual.matchAll(/^```lua\n(.*?)^```/gms)].map(([, code = ""]) => code);

/** `MythicRunStart` as `MYTHIC_RUN_START`. */
function typeOf(emitter: string): string {
  return emitter.replaceAll(/(?<=[a-z])[A-Z]/g, "_$&").toUpperCase();
}

/** The types of the lines for scripts. */
const emitted = [...examples.join("").matchAll(/^DC\.Emit\.(\w+)/gm)].map(([, name = ""]) => typeOf(name));

const NOTE_TYPES = `
  noted = {}
  for _, type in pairs(DC.EventType) do
    DC.EventBus:Subscribe(type, function(event) noted[event.type] = true end)
  end
`;

const bench = worldUnderTest();

describe("the manual of the events", () => {
  it("lists each type of the catalog with its data, and no other", () => {
    const listed = rows.map(({ type, data }) => [type, data]);
    expect(listed).toEqual(EVENT_TYPES.map(({ name, payload }) => [name, dataCell(payload)]));
  });

  it("says which types may be about the whole realm", () => {
    const [, list = ""] = /whole realm, which only (.*?) may be about/s.exec(manual) ?? [];
    const ofTheRealm = EVENT_TYPES.filter(({ realm }) => realm === true).map(({ name }) => name);
    expect((list.match(/[A-Z_]+/g) ?? []).sort()).toEqual(ofTheRealm.sort());
  });

  it("says for each engine who publishes", () => {
    expect(manual).toContain("| type | data | ALE | Eluna-AzerothCore | Eluna-TrinityCore | Eluna-cMaNGOS |");
    for (const { type, engines } of rows) {
      expect([type, engines.length, engines.includes("")]).toEqual([type, ENGINES.length, false]);
    }
  });

  it.each(ENGINES.map((engine, column) => [engine, column] as const))(
    "names the hooks that the realm script registers for events on %s, and no other",
    async (engine, column) => {
      const named = rows.flatMap(({ engines }) => engines[column]?.match(/\d+/g) ?? []).map(Number);
      const { player } = registeredHooks(await startRealmScript(bench, engine));
      expect([...new Set(named)].sort((left, right) => left - right)).toEqual(
        player.filter((id) => !NO_EVENT.includes(id)),
      );
    },
  );

  it("has a line for each type that scripts publish on some engine, and for no other", () => {
    const isLeftToScripts = (cell: string): boolean => cell === YOUR_SCRIPT || cell.endsWith(GAPS);
    const wanted = rows.filter(({ engines }) => engines.some(isLeftToScripts)).map(({ type }) => type);
    expect([...emitted].sort()).toEqual(wanted.sort());
  });

  it("has examples that run, and lines that publish their event", async () => {
    const world = await startRealmScript(bench, "ale");
    const complaints = world.errors.length;
    world.run(NOTE_TYPES);
    for (const code of examples) world.run(`local player = 7\n${code}`);
    expect(world.errors.slice(complaints)).toEqual([]);
    expect(world.run("return noted")[0]).toMatchObject(
      Object.fromEntries(emitted.map((type) => [type, true])),
    );
  });
});
