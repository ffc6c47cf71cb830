import type { EventTypeName } from "../../../shared/catalog/event-types";
import { EventType } from "../../../shared/catalog/event-types";
import type { EventBus } from "../../../shared/events/event-bus";
import type { AmountHandler, Cancel, Engine } from "../engine/engine";

function publishWhileWanted(
  bus: EventBus,
  type: EventTypeName,
  register: (this: void, handler: AmountHandler) => Cancel,
): void {
  let cancel: Cancel | undefined;
  const publish: AmountHandler = (player, target, amount) => {
    const data = { target_entry: target.GetEntry(), target_guid: target.GetGUIDLow(), amount };
    bus.Publish({ type, player: player.GetGUIDLow(), data });
  };
  bus.ObserveDemand(type, (wanted) => {
    cancel?.();
    cancel = wanted ? register(publish) : undefined;
  });
}

/** DAMAGE_DEALT and HEALING_DONE: the hooks are registered only while somebody subscribes, and cost nothing otherwise. */
export function startCombatSensor(bus: EventBus, engine: Engine): void {
  publishWhileWanted(bus, EventType.DAMAGE_DEALT, engine.onDamage);
  publishWhileWanted(bus, EventType.HEALING_DONE, engine.onHeal);
}
