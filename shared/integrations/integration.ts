import type { IntegrationSettings } from "../catalog/integration-settings";
import type { EventBus } from "../events/event-bus";
import type { PlayerProfileAccess } from "../profile/player-profile";
import { wholeProduct } from "../progress/whole-product";
import type { RealmCalendar } from "../time/realm-calendar";

/** What an integration works with. Settings and calendar change while the world runs: read them when they are needed. */
export interface IntegrationContext {
  readonly bus: EventBus;
  readonly profiles: PlayerProfileAccess;
  readonly settings: IntegrationSettings;
  /** Undefined until the bridge has told the realm its day. */
  readonly calendar: (this: void) => RealmCalendar | undefined;
  /** What the synergies multiply `effectType` of `targetSystem` by for this player. */
  readonly bonus: (this: void, guid: number, targetSystem: string, effectType: string) => number;
  /**
   * Runs `action` when the player's real values are known: at once, or when the tables can be read. What follows from values is
   * worked out in it; what only adds needs none. A second action of the same name takes the place of the first.
   */
  readonly whenLoaded: (this: void, guid: number, name: string, action: () => void) => void;
  /** The low GUIDs of the players who are online. */
  readonly online: (this: void) => readonly number[];
}

/** `amount` with the player's bonuses to experience of `system`, in whole numbers. */
export function withXPBonus(
  context: IntegrationContext,
  guid: number,
  system: string,
  amount: number,
): number {
  const multiplier =
    context.bonus(guid, system, "xp_multiplier") * context.bonus(guid, system, "xp_bonus_percent");
  return wholeProduct(amount, multiplier);
}
