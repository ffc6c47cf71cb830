import type { EventTypeName } from "../../../shared/catalog/event-types";
import { spawn } from "../../simulated-realm/engine/activities/fights";
import { addItem } from "../../simulated-realm/engine/activities/items";
import type { EngineName } from "../../simulated-realm/engine/data/engine-name";
import { pack } from "../../simulated-realm/engine/lua/packed";
import { push } from "../../simulated-realm/engine/objects/engine-value";
import type { CreatureSpec, ItemSpec } from "../../simulated-realm/engine/specs";
import { pass, type Realm, realmScripts, startRealm } from "../support/realm";

/** A server script that notes events as `BOSS_KILL of 7: creature_entry=23954 heroic=false`, keys sorted. */
const RECORDER = `
  local function show(value)
    return type(value) == "number" and string.format("%d", value) or tostring(value)
  end
  local function describe(event)
    local words = {}
    for key, value in pairs(event.data) do words[#words + 1] = " " .. key .. "=" .. show(value) end
    table.sort(words)
    return event.type .. " of " .. show(event.player) .. ":" .. table.concat(words)
  end
  seen, watched = {}, {}
  function watch(type)
    watched[#watched + 1] = DC.EventBus:Subscribe(type, function(event) seen[#seen + 1] = describe(event) end)
  end
  function unwatch()
    for _, id in ipairs(watched) do DC.EventBus:Unsubscribe(id) end
  end
`;

/** A realm on the migrated tables whose bus notes the events of `types`. */
export function startRecorded(engine: EngineName, types: readonly EventTypeName[]): Realm {
  const scripts = [...realmScripts(), { name: "recorder.lua", code: RECORDER }];
  const realm = startRealm({ engine, scripts });
  pass(realm, 2000);
  for (const type of types) realm.world.run(`watch("${type}")`);
  return realm;
}

/** The events noted since the last call, oldest first. */
export function seen(realm: Realm): string[] {
  const [list] = realm.world.run("local list = seen; seen = {}; return list");
  return list as string[];
}

/** A pet kills a creature: ALE's hook 58 for its owner. No other engine has one. */
export function killByPet(realm: Realm, owner: string, spec: CreatureSpec): void {
  const { world } = realm.world;
  const player = world.playerOrFail(owner);
  const creature = spawn(world, player, spec);
  world.firePlayer(58, player.map, (state) => pack(58, push(state, player), push(state, creature)));
}

/** A pet kills a player: hook 58 for its owner, with nil for the creature that is none. */
export function killPlayerByPet(realm: Realm, owner: string): void {
  const { world } = realm.world;
  const player = world.playerOrFail(owner);
  world.firePlayer(58, player.map, (state) => pack(58, push(state, player), undefined));
}

/** The pet or totem of a creature kills one near `witness`: hook 58 with nil for the player who is none. */
export function killByPetOfCreature(realm: Realm, witness: string, spec: CreatureSpec): void {
  const { world } = realm.world;
  const player = world.playerOrFail(witness);
  const creature = spawn(world, player, spec);
  world.firePlayer(58, player.map, (state) => pack(58, undefined, push(state, creature)));
}

/** A player wins a group's roll: ALE's hook 56, whose roll is left out here. */
export function winRoll(realm: Realm, winner: string, spec: ItemSpec): void {
  const { world } = realm.world;
  const player = world.playerOrFail(winner);
  const item = addItem(world, player, spec);
  world.firePlayer(56, player.map, (state) =>
    pack(56, push(state, player), push(state, item), item.count, 1),
  );
}

/** The aura of Spirit of Redemption. */
const SPIRIT = 27827;

/** A creature kills a priest, who is a spirit then and alive to the core: hook 8 comes, and none when the spirit goes. */
export function dieAsSpirit(realm: Realm, name: string, spec: CreatureSpec): void {
  const { world } = realm.world;
  const player = world.playerOrFail(name);
  player.auras[SPIRIT] = true;
  const killer = spawn(world, player, spec);
  world.firePlayer(8, player.map, (state) => pack(8, push(state, killer), push(state, player)));
}

/** A creature kills a player whom the core marks as dead only behind hook 8. */
export function dieBeforeMarked(realm: Realm, name: string, spec: CreatureSpec): void {
  const { world } = realm.world;
  const player = world.playerOrFail(name);
  const killer = spawn(world, player, spec);
  world.firePlayer(8, player.map, (state) => pack(8, push(state, killer), push(state, player)));
  player.alive = false;
}
