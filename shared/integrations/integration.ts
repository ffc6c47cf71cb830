import type { IntegrationSettings } from "../catalog/integration-settings";
import type { EventBus } from "../events/event-bus";
import type { PlayerProfileAccess } from "../profile/player-profile";

/** What an integration works with. The settings may be replaced while the world runs: read them when they are needed. */
export interface IntegrationContext {
  readonly bus: EventBus;
  readonly profiles: PlayerProfileAccess;
  readonly settings: IntegrationSettings;
}
