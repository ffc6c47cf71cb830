import { PROTOCOL_VERSION } from "../../shared/catalog/messages";
import type { Texts } from "../locales/enUS";

/** A line for each currency with a weekly cap, by rising id. */
function weeklyLines(integration: DCIntegrationAddon.Integration, texts: Texts): string[] {
  const ids: number[] = [];
  for (const [id] of pairs(integration.GetPlayerData().weekly)) table.insert(ids, id);
  table.sort(ids);
  const lines: string[] = [];
  for (const id of ids) {
    const [earned, cap] = integration.GetWeeklyEarned(id);
    const [name] = integration.GetCurrencyInfo(id);
    lines.push(format(texts.statusWeekly, name ?? format(texts.unnamedCurrency, id), earned, cap));
  }
  return lines;
}

/** The lines of `/dci status`. */
export function statusLines(
  integration: DCIntegrationAddon.Integration,
  malformed: number,
  texts: Texts,
): string[] {
  const [version] = integration.GetVersion();
  const realmVersion = integration.GetRealmVersion() ?? texts.unknownVersion;
  const lines = [
    format(texts.statusVersion, version, PROTOCOL_VERSION, realmVersion),
    format(
      texts.statusData,
      integration.GetPrestige(),
      integration.GetMythicRating(),
      integration.GetSeasonLevel(),
      integration.GetHighestKey(),
      integration.IsStale() ? texts.stale : texts.inStep,
    ),
    ...weeklyLines(integration, texts),
  ];
  if (malformed > 0) lines.push(format(texts.statusDropped, malformed));
  return lines;
}
