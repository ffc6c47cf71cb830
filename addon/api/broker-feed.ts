import { ADDON_NAME } from "../client/version";
import type { Texts } from "../locales/enUS";
import { DATA_UPDATE } from "./addon-events";

const ICON = "Interface\\Icons\\INV_Misc_Gem_01";

/** What LibDataBroker displays read; the library notices each write. */
interface BrokerFeed {
  type: "data source";
  text: string;
  label: string;
  icon: string;
  OnClick(this: void): void;
  OnTooltipShow(this: void, tooltip: WoWAPI.GameTooltip): void;
}

interface DataBroker {
  /** Nothing when the name is taken. */
  NewDataObject(name: string, feed: BrokerFeed): BrokerFeed | undefined;
}

function showTooltip(
  tooltip: WoWAPI.GameTooltip,
  integration: DCIntegrationAddon.Integration,
  texts: Texts,
): void {
  tooltip.AddLine("DC Integration");
  tooltip.AddDoubleLine(texts.prestige, tostring(integration.GetPrestige()));
  tooltip.AddDoubleLine(texts.rating, tostring(integration.GetMythicRating()));
  tooltip.AddDoubleLine(texts.seasonLevel, tostring(integration.GetSeasonLevel()));
  tooltip.AddDoubleLine(texts.highestKey, tostring(integration.GetHighestKey()));
  tooltip.AddLine(integration.IsStale() ? texts.stale : texts.inStep, 0.6, 0.6, 0.6);
  tooltip.AddLine(texts.clickForOptions, 0.6, 0.6, 0.6);
}

/** A feed with prestige and rating for display addons, if any of them brought LibDataBroker. */
export function startBrokerFeed(
  integration: DCIntegrationAddon.Integration,
  texts: Texts,
  openOptions: (this: void) => void,
): void {
  const broker = LibStub?.<DataBroker>("LibDataBroker-1.1", true);
  const text = (): string => format(texts.feed, integration.GetPrestige(), integration.GetMythicRating());
  const feed = broker?.NewDataObject(ADDON_NAME, {
    type: "data source",
    text: text(),
    label: "DC",
    icon: ICON,
    OnClick: openOptions,
    OnTooltipShow: (tooltip) => {
      showTooltip(tooltip, integration, texts);
    },
  });
  if (feed === undefined) return;
  const refresh = (): void => {
    feed.text = text();
  };
  integration.RegisterCallback(feed, DATA_UPDATE, refresh);
}
