import { push } from "../objects/engine-value";
import type { SpellEntity } from "../objects/entity";
import type { Method, MethodTable } from "../objects/method";

const spellMethods: Record<string, Method<SpellEntity>> = {
  GetEntry: (_state, spell) => spell.id,
  GetCaster: (state, spell) => push(state, spell.caster),
};

export const SPELL_METHODS: MethodTable = spellMethods;
