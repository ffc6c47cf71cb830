import type { SystemRegistry } from "../systems/system-registry";
import { ActivitySystem } from "./activity";
import type { IntegrationContext } from "./integration";
import { MythicPlusIntegration } from "./mythic-plus";
import { PrestigeIntegration } from "./prestige";
import { SeasonPassIntegration } from "./season-pass";

/** Registers the document's integrations as systems. They subscribe when the registry initialises them. */
export function registerIntegrations(context: IntegrationContext, registry: SystemRegistry): void {
  const seasonPass = new SeasonPassIntegration(context);
  const prestige = new PrestigeIntegration(context);
  registry.Register(new ActivitySystem(context));
  registry.Register(seasonPass);
  registry.Register(prestige);
  registry.Register(new MythicPlusIntegration(context, seasonPass, prestige));
}
