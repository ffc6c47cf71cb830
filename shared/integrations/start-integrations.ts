import { startActivity } from "./activity";
import type { IntegrationContext } from "./integration";
import { MythicPlusIntegration } from "./mythic-plus";
import { PrestigeIntegration } from "./prestige";
import { SeasonPassIntegration } from "./season-pass";

/** Subscribes the document's integrations to the bus. */
export function startIntegrations(context: IntegrationContext): void {
  const seasonPass = new SeasonPassIntegration(context);
  const prestige = new PrestigeIntegration(context);
  startActivity(context);
  seasonPass.Initialize();
  prestige.Initialize();
  new MythicPlusIntegration(context, seasonPass, prestige).Initialize();
}
