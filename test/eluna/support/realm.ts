import type { EngineName } from "../../simulated-realm/engine/data/engine-name";
import { Double } from "../../simulated-realm/engine/double";
import type { Script } from "../../simulated-realm/engine/specs";
import { emptyTables, specDatabase } from "./database";

/** An addon message that the realm sent to a client. */
export interface Delivered {
  readonly player: string;
  readonly prefix: string;
  readonly text: string;
}

export interface RealmOptions {
  readonly engine: EngineName;
  /** AIO's stand-in and the generated realm script unless given. */
  readonly scripts?: readonly Script[];
  /** Unix seconds at which the world's clock starts. */
  readonly now?: number;
  /** Whether Eluna has a Lua state for each map. */
  readonly mapStates?: boolean;
}

/** A world that runs, and what came out of it. */
export interface Realm {
  readonly world: Double;
  readonly log: string[];
  readonly delivered: Delivered[];
}

export const ENGINES: readonly EngineName[] = [
  "ale",
  "eluna-azerothcore",
  "eluna-trinitycore",
  "eluna-cmangos",
];

/** The bytes of a file of the project. */
export function readFile(path: string): string {
  const [file, problem] = io.open(path, "rb");
  if (file === undefined) error(problem ?? path);
  const text = file.read("*a");
  file.close();
  return text ?? "";
}

/** What an admin copies into the script folder, with the stand-in for AIO. */
export function realmScripts(): Script[] {
  return [
    { name: "AIO.lua", code: readFile("dist/test/AIO_Server.lua") },
    { name: "dc_integration.lua", code: readFile("dist/lua_scripts/dc_integration.lua") },
  ];
}

/** Starts a world on the run's database, whose tables are as after the migrations. */
export function startRealm(options: RealmOptions): Realm {
  emptyTables();
  const log: string[] = [];
  const delivered: Delivered[] = [];
  const world = new Double(
    {
      engine: options.engine,
      database: specDatabase,
      deliver: (player, prefix, text) => {
        delivered.push({ player, prefix, text });
      },
      log: (line) => {
        log.push(line);
      },
      mapStates: options.mapStates ?? false,
      ...(options.now === undefined ? {} : { now: options.now }),
    },
    options.scripts ?? realmScripts(),
  );
  world.start();
  return { world, log, delivered };
}

/** Milliseconds between two turns of the world. */
const TICK = 50;

/** Lets `milliseconds` go by in ticks of 50. */
export function pass(realm: Realm, milliseconds: number): void {
  for (let passed = 0; passed < milliseconds; passed += TICK) realm.world.tick(TICK);
}

/** The lines of the log that are errors. */
export function errorsOf(realm: Realm): string[] {
  return realm.log.filter((line) => string.sub(line, 1, 7) === "ERROR: ");
}
