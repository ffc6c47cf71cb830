import { push } from "../objects/engine-value";
import type { MapEntity } from "../objects/entity";
import type { Method, MethodTable } from "../objects/method";

const mapMethods: Record<string, Method<MapEntity>> = {
  GetName: (_state, map) => map.name,
  GetMapId: (_state, map) => map.id,
  GetInstanceId: (_state, map) => map.instanceId,
  GetDifficulty: (_state, map) => map.difficulty,
  IsDungeon: (_state, map) => map.dungeon,
  IsRaid: (_state, map) => map.raid,
  IsHeroic: (_state, map) => map.heroic,
  IsBattleground: () => false,
  IsArena: () => false,
  IsEmpty: (_state, map) => map.players.length === 0,
  GetPlayerCount: (_state, map) => map.players.length,
  GetPlayers: (state, map) => map.players.map((player) => push(state, player)),
  // A table only for an instance that Lua scripts, and scripting one replaces its C++ script.
  GetInstanceData: () => undefined,
};

export const MAP_METHODS: MethodTable = mapMethods;
