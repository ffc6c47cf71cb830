import type { WorldObjectEntity } from "../objects/entity";
import { push } from "../objects/engine-value";
import { pushGuid } from "../objects/integer-metatable";
import type { Method, MethodTable } from "../objects/method";

function asKind(this: void, kind: string): Method<WorldObjectEntity> {
  return (state, object) => (object.kind === kind ? push(state, object) : undefined);
}

const objectMethods: Record<string, Method<WorldObjectEntity>> = {
  GetEntry: (_state, object) => object.entry,
  GetGUID: (state, object) => pushGuid(state, object.guid),
  GetGUIDLow: (_state, object) => object.guidLow,
  IsInWorld: (_state, object) => object.inWorld,
  IsPlayer: (_state, object) => object.kind === "Player",
  ToPlayer: asKind("Player"),
  ToCreature: asKind("Creature"),
  ToGameObject: asKind("GameObject"),
  ToCorpse: asKind("Corpse"),
  ToUnit: (state, object) =>
    object.kind === "Player" || object.kind === "Creature" ? push(state, object) : undefined,
};

export const OBJECT_METHODS: MethodTable = objectMethods;
