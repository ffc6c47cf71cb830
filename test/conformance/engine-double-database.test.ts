import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ELUNAS, ENGINES, worldUnderTest } from "./world-under-test";

const bench = worldUnderTest();

beforeAll(async () => {
  await bench.db.pool.query("CREATE TABLE note (id INT UNSIGNED PRIMARY KEY, body VARCHAR(50) NOT NULL)");
});

beforeEach(async () => {
  await bench.db.pool.query("DELETE FROM note");
});

async function notes(): Promise<string> {
  const [rows] = await bench.db.pool.query("SELECT id, body FROM note ORDER BY id");
  return (rows as { id: number; body: string }[]).map((row) => `${String(row.id)} ${row.body}`).join(", ");
}

const COUNT = `local q = CharDBQuery("SELECT id FROM note") return q and q:GetRowCount() or 0`;

describe.each(ENGINES)("on %s", (engine) => {
  test("a query gives rows from the first on, and nil without any", async () => {
    const world = await bench.start(engine, "");
    expect(
      world.run(
        `return CharDBQuery("SELECT id FROM note"), CharDBQuery("INSERT INTO note VALUES (1, 'a'), (2, 'b')")`,
      ),
    ).toEqual([null, null]);
    const walk = `
      local q, seen = CharDBQuery("SELECT id, body FROM note ORDER BY id"), {}
      repeat table.insert(seen, q:GetUInt32(0) .. q:GetString(1)) until not q:NextRow()
      return q:GetColumnCount(), q:GetRowCount(), unpack(seen)
    `;
    expect(world.run(walk)).toEqual([2, 2, "1a", "2b"]);
    expect(() => world.run(`CharDBQuery("SELECT 1"):GetString(1)`)).toThrow("There are 1 fields available");
  });

  test("an execute is not seen in its tick, and is in the tables at the next, in order", async () => {
    const world = await bench.start(engine, "");
    const write = `
      CharDBExecute("INSERT INTO note VALUES (1, 'a')")
      CharDBExecute("UPDATE note SET body = 'b' WHERE id = 1")
      CharDBExecute("UPDATE note SET body = CONCAT(body, 'c') WHERE id = 1")
      ${COUNT}
    `;
    expect(world.run(write)).toEqual([0]);
    world.tick(50);
    expect(world.run(COUNT)).toEqual([1]);
    expect(await notes()).toBe("1 bc");
  });

  test("the worker can be held back, lose a statement and exchange two", async () => {
    const world = await bench.start(engine, "");
    const write = (id: number) => world.run(`CharDBExecute("INSERT INTO note VALUES (${id}, 'n')")`);
    world.holdWriter();
    write(1);
    world.pass(200);
    expect(await notes()).toBe("");
    write(2);
    world.loseNextExecute();
    world.releaseWriter();
    world.pass(100);
    expect(await notes()).toBe("2 n");
    world.run(`
      CharDBExecute("UPDATE note SET body = 'first'")
      CharDBExecute("UPDATE note SET body = 'second'")
    `);
    world.swapLastTwoExecutes();
    world.tick(50);
    expect(await notes()).toBe("2 first");
  });

  test.each(["SELECT nothing FROM note", "SELECT 1 FROM nowhere", "SELEKT 1"])(
    "the query '%s' freezes the world, and pcall does not help",
    async (sql) => {
      const world = await bench.start(engine, "");
      const reason = `world frozen by: ${sql}`;
      expect(() => world.run(`pcall(CharDBQuery, "${sql}") return "went on"`)).toThrow(reason);
      expect(() => world.tick(50)).toThrow(reason);
      expect(world.stoppedBy()).toBe(reason);
    },
  );

  test("a bad execute ends the worker without a word; queries still work", async () => {
    const world = await bench.start(engine, "");
    world.run(`CharDBExecute("INSERT INTO nowhere VALUES (1)")`);
    world.pass(100);
    expect(world.writerDead()).toBe(true);
    world.run(`CharDBExecute("INSERT INTO note VALUES (1, 'a')")`);
    world.pass(100);
    expect(world.run(COUNT)).toEqual([0]);
  });

  test("a duplicate key and a wrong number of values are ignored, and later statements run", async () => {
    const world = await bench.start(engine, "");
    world.run(`
      CharDBExecute("INSERT INTO note VALUES (1, 'a')")
      CharDBExecute("INSERT INTO note VALUES (1, 'b')")
      CharDBExecute("INSERT INTO note VALUES (5)")
      CharDBExecute("INSERT INTO note VALUES (2, 'c')")
    `);
    world.pass(100);
    expect(world.writerDead()).toBe(false);
    expect(await notes()).toBe("1 a, 2 c");
  });

  test("what is queued is written at a shutdown, and lost in a crash", async () => {
    const write = (id: number) =>
      `RegisterServerEvent(16, function() CharDBExecute("INSERT INTO note VALUES (${id}, 'n')") end)`;
    const stopped = await bench.start(engine, write(1));
    stopped.shutdown();
    const crashed = await bench.start(engine, "");
    crashed.run(`CharDBExecute("INSERT INTO note VALUES (2, 'n')")`);
    crashed.crash();
    expect(() => crashed.tick(50)).toThrow("the server has crashed");
    expect(await notes()).toBe("1 n");
  });

  test("text ends at its first NUL", async () => {
    const world = await bench.start(engine, "");
    world.run(`CharDBExecute("INSERT INTO note VALUES (1, 'ä')\\0 nonsense")`);
    world.pass(100);
    expect(await notes()).toBe("1 ä");
  });
});

describe("an async query", () => {
  const ASK = `CharDBQueryAsync("SELECT 5", function(rows) print("answer " .. rows:GetString(0)) end)`;

  test.each(["ale", "eluna-trinitycore"] as const)("is answered in a later update on %s", async (engine) => {
    const world = await bench.start(engine, "");
    world.run(ASK);
    expect(world.log).toEqual([]);
    world.pass(100);
    expect(world.log).toEqual(["answer 5"]);
  });

  test("is never answered on eluna-azerothcore", async () => {
    const world = await bench.start("eluna-azerothcore", "");
    world.run(ASK);
    world.pass(5000, 500);
    expect(world.log).toEqual([]);
  });

  test("that is pending crashes ALE at a reload", async () => {
    const world = await bench.start("ale", "");
    world.holdWriter();
    world.run(ASK);
    expect(() => world.reload()).toThrow("world frozen by: a reload with an async query pending");
  });

  test("that is pending delays a reload on TrinityCore", async () => {
    const world = await bench.start(
      "eluna-trinitycore",
      `RegisterServerEvent(33, function() print("open") end)`,
    );
    world.log.length = 0;
    world.holdWriter();
    world.run(ASK);
    world.reload();
    world.pass(200);
    expect(world.log).toEqual([]);
    world.releaseWriter();
    world.pass(200);
    expect(world.log).toEqual(["answer 5", "open"]);
  });
});

test("placeholders are a dangling pointer on ALE, and ignored on Eluna", async () => {
  const code = `return CharDBQuery("SELECT 1", 5):GetString(0)`;
  const ale = await bench.start("ale", "");
  expect(() => ale.run(code)).toThrow("dangling pointer");
  for (const engine of ELUNAS) expect((await bench.start(engine, "")).run(code)).toEqual(["1"]);
});

test("Eluna refuses a synchronous query when unsafe methods are off, ALE knows no such setting", async () => {
  for (const engine of ENGINES) {
    const world = await bench.start(engine, "", { unsafeMethods: false });
    const query = () => world.run(`return CharDBQuery("SELECT 1"):GetString(0)`);
    if (engine === "ale") expect(query()).toEqual(["1"]);
    else expect(query).toThrow("unsafe method 'CharDBQuery'");
  }
});
