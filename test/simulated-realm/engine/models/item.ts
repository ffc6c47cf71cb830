import { push } from "../objects/engine-value";
import type { ItemEntity } from "../objects/entity";
import { pushGuid } from "../objects/integer-metatable";
import type { Method, MethodTable } from "../objects/method";

const itemMethods: Record<string, Method<ItemEntity>> = {
  GetEntry: (_state, item) => item.entry,
  GetGUID: (state, item) => pushGuid(state, item.guid),
  GetGUIDLow: (_state, item) => item.guidLow,
  GetName: (_state, item) => item.name,
  GetCount: (_state, item) => item.count,
  GetQuality: (_state, item) => item.quality,
  GetItemLevel: (_state, item) => item.itemLevel,
  GetOwner: (state, item) => push(state, item.owner),
};

export const ITEM_METHODS: MethodTable = itemMethods;
