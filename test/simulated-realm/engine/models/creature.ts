import type { CreatureEntity } from "../objects/entity";
import type { Method, MethodTable } from "../objects/method";

const RARE = 4;
const BOSS = 3;

const creatureMethods: Record<string, Method<CreatureEntity>> = {
  GetRank: (_state, creature) => creature.rank,
  // Normal and rare creatures are no elites.
  IsElite: (_state, creature) => creature.rank !== 0 && creature.rank !== RARE,
  IsWorldBoss: (_state, creature) => creature.rank === BOSS,
  IsDungeonBoss: (_state, creature) => creature.dungeonBoss,
};

export const CREATURE_METHODS: MethodTable = creatureMethods;
