/** What a map is, of those that tests go to. A map that is not here is an open one named after its id. */
export interface KnownMap {
  readonly name: string;
  readonly dungeon: boolean;
  readonly raid: boolean;
}

/** By map id of 3.3.5a. Raids are dungeons too, as `Map::IsDungeon` says. */
export const KNOWN_MAPS: Readonly<Record<number, KnownMap | undefined>> = {
  0: { name: "Eastern Kingdoms", dungeon: false, raid: false },
  1: { name: "Kalimdor", dungeon: false, raid: false },
  36: { name: "Deadmines", dungeon: true, raid: false },
  530: { name: "Outland", dungeon: false, raid: false },
  533: { name: "Naxxramas", dungeon: true, raid: true },
  571: { name: "Northrend", dungeon: false, raid: false },
  574: { name: "Utgarde Keep", dungeon: true, raid: false },
  575: { name: "Utgarde Pinnacle", dungeon: true, raid: false },
  603: { name: "Ulduar", dungeon: true, raid: true },
  631: { name: "Icecrown Citadel", dungeon: true, raid: true },
  632: { name: "The Forge of Souls", dungeon: true, raid: false },
};
