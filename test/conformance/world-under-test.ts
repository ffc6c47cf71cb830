import { afterAll, beforeAll } from "vitest";
import fixture from "../fixtures/lua-engines.json";
import { createEmptyDatabase, type TestDatabase } from "../database";
import {
  type DeliveredMessage,
  type EngineName,
  Worldserver,
  type WorldserverOptions,
} from "../simulated-realm/host/worldserver";

/** All engines of the fixture. */
export const ENGINES = Object.keys(fixture.engines) as EngineName[];
export const ELUNAS = ENGINES.filter((engine) => engine !== "ale");

/** Registers every hook of players, groups and the server, and keeps what was called in the global `seen`. */
export const RECORDER = `
  seen = {}
  local function kindOf(value)
    if type(value) ~= "userdata" then return type(value) end
    local isObject, kind = pcall(function() return value:GetObjectType() end)
    return isObject and kind or (GetLuaEngine() == "ALEEngine" and "uint64" or "ObjectGuid")
  end
  local function record(class, register, most)
    for id = 1, most do
      if class ~= "server" or id ~= 13 then
        register(id, function(...)
          local kinds = {}
          for index = 1, select("#", ...) do kinds[index] = kindOf((select(index, ...))) end
          table.insert(seen, class .. " " .. id .. ": " .. table.concat(kinds, ", "))
          return true
        end)
      end
    end
  end
  record("player", RegisterPlayerEvent, GetLuaEngine() == "ALEEngine" and 73 or 54)
  record("server", RegisterServerEvent, 35)
  record("group", RegisterGroupEvent, 6)
`;

/** Worlds for the tests of one file, on one database without tables of ours. All are closed after the last test. */
export class WorldBench {
  /** What the present worlds have sent to clients. */
  readonly delivered: DeliveredMessage[] = [];
  private readonly worlds: Worldserver[] = [];
  private database: TestDatabase | undefined;

  get db(): TestDatabase {
    if (this.database === undefined) throw new Error("the database is there inside tests only");
    return this.database;
  }

  async open(): Promise<void> {
    this.database = await createEmptyDatabase();
  }

  async close(): Promise<void> {
    for (const world of this.worlds) world.close();
    await this.db.drop();
  }

  /** Starts a world with one script. */
  async start(
    engine: EngineName,
    code: string,
    options: Partial<WorldserverOptions> = {},
  ): Promise<Worldserver> {
    this.delivered.length = 0;
    const world = await Worldserver.start({
      engine,
      databaseUrl: this.db.url,
      scripts: [{ name: "script.lua", code }],
      deliver: (message) => this.delivered.push(message),
      ...options,
    });
    this.worlds.push(world);
    return world;
  }
}

/** A bench that lives as long as the tests of the file that calls this. */
export function worldUnderTest(): WorldBench {
  const bench = new WorldBench();
  beforeAll(() => bench.open());
  afterAll(() => bench.close());
  return bench;
}

/** What RECORDER has seen since the last call, as `player 3`. */
export function seenHooks(world: Worldserver): string[] {
  return seenCalls(world).map((call) => call.replace(/:.*/, ""));
}

/** What RECORDER has seen since the last call, with the kinds of all arguments. */
export function seenCalls(world: Worldserver): string[] {
  const [calls] = world.run("local now = seen; seen = {}; return now");
  return Array.isArray(calls) ? calls.map(String) : [];
}

export const THRALL = { name: "Thrall", guid: 7, account: 3, level: 80 } as const;
export const JAINA = { name: "Jaina", guid: 8, account: 4, level: 80 } as const;
