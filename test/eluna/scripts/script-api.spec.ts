import { expectEqual } from "../../shared/expectations";
import { SPLIT_ENGINES } from "../map-state/split-realm";
import { ENGINES, errorsOf, pass, readFile, type Realm, realmScripts, startRealm } from "../support/realm";

const MANUAL = readFile("docs/script-api.md");
const OBJECTS = ["EventBus", "PlayerProfile", "SystemRegistry", "Synergy"];

interface Example {
  readonly code: string;
  /** What it prints. */
  readonly output: string;
}

function readExamples(): Example[] {
  const examples: Example[] = [];
  for (const [code, output] of string.gmatch(MANUAL, "```lua\n(.-)```\n\n```text\n(.-)```")) {
    examples.push({ code: code ?? "", output: output ?? "" });
  }
  return examples;
}

const EXAMPLES = readExamples();

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** Code that begins by itself, as a file; the others run in a world that is at work. */
function isScript({ code }: Example): boolean {
  return code.includes("RegisterServerEvent");
}

function login(realm: Realm): void {
  realm.world.login({ name: "Thrall", guid: 7, account: 3, level: 80 });
}

/** Lines that are neither the engine's nor the realm script's. */
function printed(lines: readonly string[]): string {
  return lines.filter((line) => !line.includes("[DCIntegration]")).join("\n") + "\n";
}

function run(realm: Realm, example: Example): string {
  const before = realm.log.length;
  if (isScript(example)) login(realm);
  else realm.world.run(example.code);
  pass(realm, 100);
  return printed(realm.log.slice(before));
}

function realmFor(example: Example, engine: (typeof ENGINES)[number], mapStates: boolean): Realm {
  const script = isScript(example) ? [{ name: "a_script.lua", code: example.code }] : [];
  const realm = startRealm({ engine, mapStates, scripts: [...realmScripts(), ...script] });
  pass(realm, 200);
  if (!isScript(example)) login(realm);
  return realm;
}

describe("the manual of the script API", () => {
  it("says below each example what it prints", () => {
    expectEqual(EXAMPLES.length, count(MANUAL, "```lua\n"));
    expectEqual(EXAMPLES.length > 5, true);
  });

  function printsWhatItSays(engine: (typeof ENGINES)[number], mapStates: boolean): void {
    for (const example of EXAMPLES) {
      const realm = realmFor(example, engine, mapStates);
      expectEqual(run(realm, example), example.output);
      expectEqual(errorsOf(realm), []);
    }
  }

  for (const engine of ENGINES) {
    it(`has examples that print it on ${engine}`, () => {
      printsWhatItSays(engine, false);
    });
  }

  for (const engine of SPLIT_ENGINES) {
    it(`has examples that print it on ${engine} with a state for each map`, () => {
      printsWhatItSays(engine, true);
    });
  }
});

/** The manual's text from the heading of `object` to the next. */
function sectionOf(object: string): string {
  const [section] = string.match(`${MANUAL}\n## `, `\n## DC%.${object}\n(.-)\n## `);
  return section ?? error(`no section for ${object}`);
}

function sorted(names: string[]): string[] {
  table.sort(names);
  return names;
}

/** The methods in the tables of the section, which are for scripts. */
function forScripts(object: string): string[] {
  const names: string[] = [];
  for (const [cell] of string.gmatch(sectionOf(object), "\n| (`%u[^|]*)|")) {
    for (const [name] of string.gmatch(cell ?? "", "`(%u%w*)%(")) names.push(name ?? "");
  }
  return names;
}

/** The methods in the last table, which are the realm's. */
function forRealm(object: string): string[] {
  const names: string[] = [];
  for (const [name] of string.gmatch(MANUAL, `\`DC%.${object}:(%u%w*)%(`)) names.push(name ?? "");
  return names;
}

/** Those of the class, and those that the object itself has. */
const LIST_METHODS = `
  local names = {}
  for _, methods in ipairs({ getmetatable(object).__index, object }) do
    for name, value in pairs(methods) do
      if type(value) == "function" and name:find("^%u") then names[#names + 1] = name end
    end
  end
  return table.concat(names, " ")
`;

function methodsOf(realm: Realm, object: string): string[] {
  const [names] = realm.world.run(`local object = DC.${object} ${LIST_METHODS}`);
  return (names as string).split(" ");
}

describe("the manual's list", () => {
  const realm = startRealm({ engine: "ale" });

  it("has every member of DC, and no other", () => {
    const [keys] = realm.world.run(
      `local keys = {} for key in pairs(DC) do keys[#keys + 1] = key end return table.concat(keys, " ")`,
    );
    const listed: string[] = [];
    for (const [name] of string.gmatch(MANUAL, "\n| `DC%.(%w+)` ")) listed.push(name ?? "");
    expectEqual(sorted(listed), sorted((keys as string).split(" ")));
  });

  for (const object of OBJECTS) {
    it(`has every method of DC.${object}, and no other`, () => {
      const listed = sorted([...forScripts(object), ...forRealm(object)]);
      expectEqual(listed, sorted(methodsOf(realm, object)));
    });

    it(`has an example of every method of DC.${object} that is for scripts`, () => {
      let code = "";
      for (const example of EXAMPLES) code += example.code;
      const missing = forScripts(object).filter((name) => !code.includes(`DC.${object}:${name}(`));
      expectEqual(missing, []);
    });
  }
});
