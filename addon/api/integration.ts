import { PROTOCOL_VERSION } from "../../shared/catalog/messages";
import { wireKeyOf } from "../../shared/catalog/profile-fields";
import type { DataSetName } from "../../shared/wire/payloads";
import {
  checkCurrencies,
  checkCurrencyInfo,
  checkNotice,
  checkProfile,
  checkUnlockLists,
  checkWeekly,
} from "../cache/check-values";
import type { PlayerCache } from "../cache/player-cache";
import { say } from "../client/chat";
import { versionNumber } from "../client/version";
import type { Texts } from "../locales/enUS";
import { UNKNOWN_ICON, UNLOCK_SOUND, unlockIcon, unlockName } from "../notifications/unlock-toast";
import { DATA_UPDATE, UNLOCK_GAINED } from "./addon-events";
import { checkArgument, checkData } from "./check-arguments";
import { callerPlace, nameHandler } from "./handler-names";

type Integration = DCIntegrationAddon.Integration;

/** What the public methods work on. */
export interface IntegrationParts {
  readonly cache: PlayerCache;
  readonly events: DCIntegrationAddon.EventBus;
  readonly notifications: DCIntegrationAddon.Notifications;
  readonly texts: Texts;
  readonly version: string;
  isStale(this: void): boolean;
  realmVersion(this: void): string | undefined;
}

type Getters = Pick<
  Integration,
  | "GetPlayerData"
  | "GetCurrency"
  | "GetCurrencies"
  | "GetCurrencyInfo"
  | "GetWeeklyEarned"
  | "GetPrestige"
  | "GetMythicRating"
  | "GetSeasonLevel"
  | "GetHighestKey"
  | "GetUnlocks"
  | "HasUnlock"
  | "IsStale"
  | "GetVersion"
  | "GetRealmVersion"
>;

type Updates = Pick<
  Integration,
  | "UpdateProfile"
  | "UpdateCurrencies"
  | "UpdateUnlocks"
  | "UpdateWeekly"
  | "UpdateCurrencyInfo"
  | "OnUnlockGained"
  | "BroadcastUpdate"
>;

/** Getters never raise: before the first answer, and to strange arguments, they give 0, false or nothing. */
function createGetters({ cache, version, isStale, realmVersion }: IntegrationParts): Getters {
  const { data } = cache;
  return {
    GetPlayerData: () => data,
    GetCurrency: (id) => data.currencies[id] ?? 0,
    GetCurrencies() {
      const copy: Record<number, number> = {};
      for (const [id, amount] of pairs(data.currencies)) copy[id] = amount;
      return copy;
    },
    GetCurrencyInfo(id) {
      const info = data.currencyInfo[id];
      return $multi(info?.name, info?.icon === "" ? UNKNOWN_ICON : info?.icon);
    },
    GetWeeklyEarned(id) {
      const amount = data.weekly[id];
      return $multi(amount?.earned ?? 0, amount?.cap);
    },
    GetPrestige: () => data.prestige ?? 0,
    GetMythicRating: () => data.mythicRating ?? 0,
    GetSeasonLevel: () => data.seasonLevel ?? 0,
    GetHighestKey: () => data.highestKey ?? 0,
    GetUnlocks(unlockType) {
      const ids: number[] = [];
      for (const [id] of pairs(data.unlocks[unlockType] ?? {})) table.insert(ids, id);
      table.sort(ids);
      return ids;
    },
    HasUnlock: (unlockType, id) => cache.hasUnlock(unlockType, id),
    IsStale: () => isStale(),
    GetVersion: () => $multi(version, PROTOCOL_VERSION),
    GetRealmVersion: () => realmVersion(),
  };
}

/** The document's way in for data: what arrives from the realm goes through these, so they can be hooked. */
function createUpdates({ cache, events, notifications, texts }: IntegrationParts): Updates {
  return {
    UpdateProfile(data) {
      checkData("UpdateProfile", checkProfile(data, wireKeyOf));
      cache.mergeProfile(data);
      this.BroadcastUpdate("profile");
    },
    UpdateCurrencies(data) {
      checkData("UpdateCurrencies", checkCurrencies(data));
      cache.mergeCurrencies(data);
      this.BroadcastUpdate("currencies");
    },
    UpdateUnlocks(data) {
      checkData("UpdateUnlocks", checkUnlockLists(data));
      cache.mergeUnlocks(data);
      this.BroadcastUpdate("unlocks");
    },
    UpdateWeekly(data) {
      checkData("UpdateWeekly", checkWeekly(data));
      cache.mergeWeekly(data);
      this.BroadcastUpdate("weekly");
    },
    UpdateCurrencyInfo(data) {
      checkData("UpdateCurrencyInfo", checkCurrencyInfo(data));
      cache.mergeCurrencyInfo(data);
      this.BroadcastUpdate("currencyInfo");
    },
    OnUnlockGained(notice) {
      checkData("OnUnlockGained", checkNotice(notice));
      const { type: unlockType, id } = notice;
      const remembered = unlockType !== undefined && id !== undefined;
      if (remembered) cache.addUnlock(unlockType, id);
      const notification = notifications.Create();
      notification.SetTitle(texts.newUnlock);
      notification.SetIcon(unlockIcon(notice));
      notification.SetText(unlockName(notice, texts));
      notification.SetSubtext(format(texts.from, notice.source));
      notification.SetSound(UNLOCK_SOUND);
      notification.Show();
      events.Fire(UNLOCK_GAINED, notice);
      if (remembered) this.BroadcastUpdate("unlocks");
    },
    BroadcastUpdate(dataType) {
      checkArgument("BroadcastUpdate", "dataType", dataType, "string");
      events.Fire(DATA_UPDATE, dataType, cache.data);
    },
  };
}

/** The global `DCIntegration`. A table of plain functions: the library registry may copy it. */
export function createIntegration(parts: IntegrationParts): Integration {
  const { cache, events, texts, version } = parts;
  return {
    ...createGetters(parts),
    ...createUpdates(parts),
    Subscribe(listener) {
      checkArgument("Subscribe", "listener", listener, "function");
      const handler: DCIntegrationAddon.EventListener = (event) => {
        const { dataType } = event.data as { dataType?: DataSetName };
        if (dataType !== undefined) listener(dataType, cache.data);
      };
      nameHandler(handler, callerPlace());
      return events.Subscribe(DATA_UPDATE, handler);
    },
    CompareWithSent(sent) {
      checkArgument("CompareWithSent", "version", sent, "string");
      if (versionNumber(sent) > versionNumber(version)) say(format(texts.newerVersion, sent, version));
    },
    Unsubscribe: events.Unsubscribe,
    RegisterCallback: events.RegisterCallback,
    UnregisterCallback: events.UnregisterCallback,
    UnregisterAllCallbacks: events.UnregisterAllCallbacks,
  };
}
