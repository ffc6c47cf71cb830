import { PROTOCOL_VERSION } from "../../shared/catalog/messages";
import type { Texts } from "../locales/enUS";

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
  ];
  if (malformed > 0) lines.push(format(texts.statusDropped, malformed));
  return lines;
}
