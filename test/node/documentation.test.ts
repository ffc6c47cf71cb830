import { readFileSync } from "node:fs";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { GENERATED_PAGES, pageText } from "../../scripts/docs";
import { createDatabase, type TestDatabase } from "../database";

const PAGES_WITH_SQL = ["docs/settings.md", "docs/seasons-and-resets.md", "docs/inbox.md"];
let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
});

afterAll(() => database.drop());

describe("tables that come from the program", () => {
  test.each(GENERATED_PAGES)("%s has them as `npx tsx scripts/docs.ts` writes them", async (page) => {
    expect(await pageText(page)).toBe(readFileSync(page, "utf8"));
  });
});

function statementsIn(page: string): string[] {
  const blocks = [...readFileSync(page, "utf8").matchAll(/```sql\n([^`]*)```/g)];
  const statements = blocks.flatMap(([, block = ""]) => block.split(";"));
  return statements.map((statement) => statement.trim()).filter((statement) => statement !== "");
}

describe.each(PAGES_WITH_SQL)("%s", (page) => {
  test("has statements that run on the tables", async () => {
    expect(statementsIn(page).length).toBeGreaterThan(3);
    for (const statement of statementsIn(page)) await database.pool.query(statement);
  });
});
