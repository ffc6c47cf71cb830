import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { z } from "zod";
import { EVENT_TYPES } from "../../shared/catalog/event-types";

const MAP = "docs/document-map.md";
const FOLDERS = "addon|bench|docs|examples|scripts|server-bridge|shared|test";
const PAGES = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

const { sections } = z
  .object({ sections: z.record(z.string(), z.array(z.string())) })
  .parse(JSON.parse(readFileSync("test/fixtures/document-names.json", "utf8")));

/** Behind the first colon: texts that must stand in the file. */
interface Reference {
  readonly path: string;
  readonly texts: readonly string[];
}

interface MapRow {
  readonly section: string;
  readonly name: string;
  readonly implementation: readonly Reference[];
  readonly tests: readonly Reference[];
}

function quoted(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, text = ""]) => text);
}

/** A path begins with one of the project's folders; what follows it, up to the next path, are texts in that file. */
function referencesIn(cell: string): Reference[] {
  const isPath = new RegExp(`^(?:${FOLDERS})/`);
  const references: { path: string; texts: string[] }[] = [];
  for (const text of quoted(cell)) {
    if (isPath.test(text)) references.push({ path: text, texts: [] });
    else references.at(-1)?.texts.push(text);
  }
  return references;
}

function rowsOf(section: string, body: string): MapRow[] {
  return [...body.matchAll(/^\| (`.*) \|$/gm)].map(([, line = ""]) => {
    const [name = "", implementation = "", held = ""] = line.split(" | ");
    return {
      section,
      name: quoted(name)[0] ?? "",
      implementation: referencesIn(implementation),
      tests: referencesIn(held),
    };
  });
}

const rows = readFileSync(MAP, "utf8")
  .split(/^## /m)
  .slice(1)
  .flatMap((part) => rowsOf(part.split("\n", 1)[0] ?? "", part));

/** What is wrong with a reference, or nothing. */
function problemsOf({ path, texts }: Reference): string[] {
  if (!existsSync(path)) return [`${path} does not exist`];
  const content = readFileSync(path, "utf8");
  return texts.filter((text) => !content.includes(text)).map((text) => `${path} lacks '${text}'`);
}

describe("the map of the design document", () => {
  it("has exactly the document's sections", () => {
    expect([...new Set(rows.map(({ section }) => section))]).toEqual(Object.keys(sections));
  });

  it.each(Object.entries(sections))("has every name of '%s', and no other", (section, names) => {
    expect(rows.filter((row) => row.section === section).map(({ name }) => name)).toEqual(names);
  });

  it.each(rows)("$section: $name stands where the map says, and a test holds it", (row) => {
    expect([...row.implementation, ...row.tests].flatMap(problemsOf)).toEqual([]);
    expect(row.implementation.filter(({ path }) => !path.startsWith("test/"))).not.toEqual([]);
    expect(row.tests.filter(({ path }) => /^test\/.*\.(test|spec)\.ts$/.test(path))).not.toEqual([]);
  });
});

test("the catalog has the document's event types in its order", () => {
  const documented = Object.values(sections)
    .flat()
    .filter((name) => name.startsWith("EventType::"))
    .map((name) => name.slice("EventType::".length));
  expect(EVENT_TYPES.map(({ name }) => name)).toEqual(documented);
});

/** A path with an asterisk, or the form of a migration's name, stands for many files. */
function isPattern(path: string): boolean {
  return path.includes("*") || path.includes("NNNN");
}

describe.each(PAGES)("%s", (page) => {
  const text = readFileSync(page, "utf8");

  it("names files and folders that exist", () => {
    const named = text.matchAll(new RegExp(`(?<![\\w./<>-])(?:${FOLDERS})/[\\w./*-]*[\\w/*]`, "g"));
    const paths = [...named].map(([path]) => path).filter((path) => !isPattern(path));
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });

  it("links to pages that exist", () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target = ""]) => target);
    expect(links.filter((target) => !existsSync(join(dirname(page), target)))).toEqual([]);
  });
});
