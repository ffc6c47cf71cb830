import { pack } from "../lua/packed";
import { push } from "../objects/engine-value";
import type { SpellEntity, UnitEntity } from "../objects/entity";
import type { World } from "../world/world";

const ALE_CAST = 2;
const ELUNA_CAST = 1;

/** `caster` casts the spell `id`, as a core's script has it do. ALE puts the caster in front of the spell. */
export function castSpell(this: void, world: World, caster: UnitEntity, id: number): void {
  const spell: SpellEntity = { kind: "Spell", id, caster, map: caster.map };
  const hook = world.data.multistate ? ELUNA_CAST : ALE_CAST;
  world.fireSpell(id, hook, caster.map, (state) =>
    world.data.multistate
      ? pack(hook, push(state, spell), true)
      : pack(hook, push(state, caster), push(state, spell), true),
  );
}
