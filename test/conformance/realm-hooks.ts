import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { EngineName } from "../simulated-realm/engine/data/engine-name";
import type { Worldserver } from "../simulated-realm/host/worldserver";
import type { WorldBench } from "./world-under-test";

const path = fileURLToPath(new URL("../../dist/lua_scripts/dc_integration.lua", import.meta.url));

/** The generated realm script. */
export function realmScript(): string {
  if (!existsSync(path)) throw new Error(`${path} is missing: run npm run build`);
  return readFileSync(path, "utf8");
}

/** Stands before the realm script in the folder, and keeps the ids that it registers. */
const SPY = `
  registered = { player = {}, server = {} }
  local function spy(name, ids)
    local register = _G[name]
    _G[name] = function(id, ...) table.insert(ids, id) return register(id, ...) end
  end
  spy("RegisterPlayerEvent", registered.player)
  spy("RegisterServerEvent", registered.server)
`;

/** Some hooks are registered only for who wants their events. */
const SUBSCRIBE_TO_ALL = `
  for _, type in pairs(DC.EventType) do DC.EventBus:Subscribe(type, function() end) end
`;

/** A world with the realm script, every one of whose events somebody wants. */
export async function startRealmScript(bench: WorldBench, engine: EngineName): Promise<Worldserver> {
  const world = await bench.start(engine, "", {
    scripts: [
      { name: "a.lua", code: SPY },
      { name: "dc_integration.lua", code: realmScript() },
    ],
  });
  world.run(SUBSCRIBE_TO_ALL);
  return world;
}

function sorted(ids: unknown): number[] {
  const numbers = Array.isArray(ids) ? ids.map(Number) : [];
  return [...new Set(numbers)].sort((left, right) => left - right);
}

/** The ids of the hooks that the realm script has registered in a world of `startRealmScript`, ascending. */
export function registeredHooks(world: Worldserver): { player: number[]; server: number[] } {
  const [player, server] = world.run("return registered.player, registered.server");
  return { player: sorted(player), server: sorted(server) };
}
