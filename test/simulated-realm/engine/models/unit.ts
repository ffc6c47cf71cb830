import { uint32 } from "../objects/arguments";
import type { UnitEntity } from "../objects/entity";
import type { Method, MethodTable } from "../objects/method";

const unitMethods: Record<string, Method<UnitEntity>> = {
  GetLevel: (_state, unit) => unit.level,
  IsAlive: (_state, unit) => unit.alive,
  IsDead: (_state, unit) => !unit.alive,
  HasAura: (_state, unit, spell) => unit.auras[uint32("HasAura", 1, spell)] === true,
  IsInCombat: (_state, unit) => unit.inCombat,
};

export const UNIT_METHODS: MethodTable = unitMethods;
