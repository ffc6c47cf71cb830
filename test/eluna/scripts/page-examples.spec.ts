import { expectEqual } from "../../shared/expectations";
import type { EngineName } from "../../simulated-realm/engine/data/engine-name";
import { KEEP, SPLIT_ENGINES } from "../map-state/split-realm";
import { ENGINES, errorsOf, pass, readFile, type Realm, realmScripts, startRealm } from "../support/realm";

/** Currency of the examples. */
const TOKENS = 2;
const SCRIPT_PAGES = [
  "README.md",
  "docs/events.md",
  "docs/settings.md",
  "docs/systems.md",
  "docs/synergies.md",
];

interface Setup {
  readonly engine: EngineName;
  readonly mapStates: boolean;
}

const SETUPS: readonly Setup[] = [
  ...ENGINES.map((engine) => ({ engine, mapStates: false })),
  ...SPLIT_ENGINES.map((engine) => ({ engine, mapStates: true })),
];

function nameOf({ engine, mapStates }: Setup): string {
  return mapStates ? `${engine} with a state for each map` : engine;
}

/** The Lua of the page behind `heading`. */
function examplesBehind(page: string, heading: string): string[] {
  const [, text] = string.match(`\n${readFile(page)}`, `(.-)\n${heading}\n(.*)`);
  const blocks: string[] = [];
  for (const [block] of string.gmatch(text ?? error(`${page} has no ${heading}`), "```lua\n(.-)```")) {
    blocks.push(block ?? "");
  }
  return blocks;
}

const [BOSS_SCRIPT = ""] = examplesBehind("README.md", "## Script authors");
const [HEROIC_SCRIPT = ""] = examplesBehind("docs/events.md", "# Events");
const [KNIGHT_SCRIPT = ""] = examplesBehind("docs/settings.md", "## Bosses of your own");
const [FISHING_SCRIPT = ""] = examplesBehind("docs/systems.md", "## An example");
const BOUNTY_SCRIPT = readFile("examples/realm/dc_example_bounty.lua");
const SCRIPTS = [BOSS_SCRIPT, HEROIC_SCRIPT, KNIGHT_SCRIPT, FISHING_SCRIPT];

/** Thrall is in the keep, and the script is on the server. */
function realmWith({ engine, mapStates }: Setup, code: string): Realm {
  const scripts = [...realmScripts(), { name: "my_script.lua", code }];
  const realm = startRealm({ engine, mapStates, scripts });
  pass(realm, 2000);
  realm.world.login({ name: "Thrall", guid: 7, account: 3, level: 80, ...KEEP });
  pass(realm, 200);
  return realm;
}

/** Runs `code` where hooks of the keep run: in its own state, if it has one. */
function happens(realm: Realm, code: string): void {
  realm.world.run(code, KEEP);
  pass(realm, 300);
}

function tokens(realm: Realm, currency = TOKENS): unknown {
  const [balance] = realm.world.run(`return DC.PlayerProfile:GetCurrency(7, ${currency})`);
  return balance;
}

for (const setup of SETUPS) {
  describe(`the examples of the pages on ${nameOf(setup)}`, () => {
    it("README: publishes one run, and pays a boss of a raid once", () => {
      const realm = realmWith(setup, BOSS_SCRIPT);
      const count = 'return #DC.EventBus:GetRecentEvents("MYTHIC_RUN_COMPLETE")';
      expectEqual(realm.world.run(count), [1]);
      const before = tokens(realm);
      happens(realm, "DC.Emit.BossKill(7, { raid_boss = true }) DC.Emit.BossKill(7, {})");
      expectEqual((tokens(realm) as number) - (before as number), 10);
      expectEqual(errorsOf(realm), []);
    });

    it("events: pays a heroic dungeon once", () => {
      const realm = realmWith(setup, HEROIC_SCRIPT);
      const before = tokens(realm);
      happens(realm, "DC.Emit.DungeonComplete(7, { heroic = false })");
      const normal = tokens(realm) as number;
      happens(realm, "DC.Emit.DungeonComplete(7, { heroic = true })");
      expectEqual([normal, tokens(realm)], [before, normal + 10]);
      expectEqual(errorsOf(realm), []);
    });

    it("settings: completes a dungeon with its last boss on heroic, once", () => {
      const realm = realmWith(setup, KNIGHT_SCRIPT);
      for (const heroic of [false, true]) {
        happens(realm, `DC.Emit.BossKill(7, { creature_entry = 90001, map_id = 90, heroic = ${heroic} })`);
      }
      happens(realm, "DC.Emit.BossKill(7, { creature_entry = 90002, map_id = 90, heroic = true })");
      expectEqual(realm.world.run("return DC.PlayerProfile:GetStat(7, 'total_dungeon_completions')"), [1]);
      expectEqual(realm.world.run("return DC.PlayerProfile:GetStat(7, 'total_boss_kills')"), [3]);
      expectEqual(errorsOf(realm), []);
    });

    it("systems: pays every tenth fish once", () => {
      const realm = realmWith(setup, FISHING_SCRIPT);
      const before = tokens(realm) as number;
      happens(
        realm,
        `DC.EventBus:RegisterEventType("FISH_CAUGHT")
         for _ = 1, 25 do DC.EventBus:Publish({ type = "FISH_CAUGHT", player = 7 }) end`,
      );
      expectEqual((tokens(realm) as number) - before, 8);
      expectEqual(errorsOf(realm), []);
    });

    it("examples/realm: pays a boss once", () => {
      const realm = realmWith(setup, BOUNTY_SCRIPT);
      happens(realm, "DC.Emit.BossKill(7, {})");
      expectEqual(tokens(realm, 3), 2);
      expectEqual(errorsOf(realm), []);
    });

    it("has lines that run in the world state", () => {
      const realm = realmWith(setup, "");
      let lines = 0;
      for (const page of SCRIPT_PAGES) {
        for (const block of examplesBehind(page, "#+ .-")) {
          if (!SCRIPTS.includes(block) && block.includes("DC.")) {
            realm.world.run(`local player, guid = 7, 7\n${block}`);
            lines++;
          }
        }
      }
      pass(realm, 300);
      expectEqual(lines > 8, true);
      expectEqual(errorsOf(realm), []);
    });
  });
}
