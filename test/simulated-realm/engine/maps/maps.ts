import { pack } from "../lua/packed";
import { push } from "../objects/engine-value";
import type { MapEntity } from "../objects/entity";
import type { Place } from "../specs";
import type { World } from "../world/world";
import { KNOWN_MAPS } from "./known-maps";

const MAP_CREATED = 17;

/** The maps of a world; each is made when somebody first goes there. */
export class Maps {
  private readonly all: MapEntity[] = [];

  constructor(private readonly world: World) {}

  find(id: number, instanceId: number): MapEntity | undefined {
    for (const map of this.all) if (map.id === id && map.instanceId === instanceId) return map;
    return undefined;
  }

  /** The map of a place, made now if it is new. */
  at(place: Place): MapEntity {
    const known = KNOWN_MAPS[place.mapId];
    const instanceId = place.instanceId ?? (known?.dungeon === true ? 1 : 0);
    return this.find(place.mapId, instanceId) ?? this.create(place, instanceId);
  }

  private create(place: Place, instanceId: number): MapEntity {
    const known = KNOWN_MAPS[place.mapId];
    const difficulty = place.difficulty ?? 0;
    const raid = known?.raid ?? false;
    const map: MapEntity = {
      kind: "Map",
      id: place.mapId,
      instanceId,
      name: known?.name ?? `Map ${string.format("%d", place.mapId)}`,
      dungeon: known?.dungeon ?? false,
      raid,
      heroic: raid ? difficulty >= 2 : difficulty >= 1,
      difficulty,
      players: [],
    };
    this.all.push(map);
    this.world.states.openFor(map);
    this.world.fireServer(MAP_CREATED, map, (state) => pack(MAP_CREATED, push(state, map)));
    return map;
  }
}
