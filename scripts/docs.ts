/**
 * Writes the tables of the manual that come from the program's own tables, between their markers. A test fails when a
 * committed page differs from what this gives.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as prettier from "prettier";
import { SETTINGS, type SettingType } from "../server-bridge/node/config/settings";
import { INTEGRATION_SETTINGS } from "../shared/catalog/integration-settings";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

interface GeneratedTable {
  /** In `docs/`. The table stands between `<!-- name -->` and `<!-- end of name -->`. */
  readonly page: string;
  readonly name: string;
  readonly rows: (this: void) => string[][];
}

function valuesOf(type: SettingType): string {
  if (type.is === "integer") return `${type.minimum} to ${type.maximum} ${type.unit}`;
  if (type.is === "choice") return type.of.map((choice) => `\`${choice}\``).join(", ");
  return type.is === "url" ? "address" : type.is;
}

function bridgeSettings(): string[][] {
  const rows = SETTINGS.map((row) => [
    `\`${row.environment}\``,
    `\`${row.name}\``,
    valuesOf(row.type),
    "fallback" in row ? `\`${row.fallback}\`` : "required",
    row.description,
  ]);
  return [["environment", "file", "values", "default", "meaning"], ...rows];
}

function integrationSettings(): string[][] {
  const rows = INTEGRATION_SETTINGS.map((row) => [
    `\`${row.name}\``,
    String(row.default),
    `${row.minimum} to ${row.maximum} ${row.unit}`,
    row.description,
  ]);
  return [["name", "default", "values", "meaning"], ...rows];
}

const TABLES: readonly GeneratedTable[] = [
  { page: "bridge.md", name: "settings of the bridge", rows: bridgeSettings },
  { page: "settings.md", name: "settings of the integrations", rows: integrationSettings },
];

/** The pages that hold a generated table, as paths from the project's folder. */
export const GENERATED_PAGES = TABLES.map(({ page }) => `docs/${page}`);

function markdownOf([head = [], ...body]: string[][]): string {
  return [head, head.map(() => "---"), ...body].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function fill(text: string, { page, name, rows }: GeneratedTable): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`docs/${page} lacks the lines ${begin} and ${end}`);
  return `${text.slice(0, from + begin.length)}\n\n${markdownOf(rows())}\n\n${text.slice(to)}`;
}

/** The text that `page` must have: its own, with the tables as they are now. */
export async function pageText(page: string): Promise<string> {
  let text = readFileSync(path.join(root, page), "utf8");
  for (const table of TABLES) if (`docs/${table.page}` === page) text = fill(text, table);
  const style = await prettier.resolveConfig(path.join(root, page));
  return prettier.format(text, { ...style, parser: "markdown" });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const page of GENERATED_PAGES) writeFileSync(path.join(root, page), await pageText(page));
}
