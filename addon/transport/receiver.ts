import type { Complaint } from "../../shared/language/complaint";
import { MESSAGES, type MessageKey, PROTOCOL_VERSION } from "../../shared/catalog/messages";
import { NUMBER_TYPES } from "../../shared/catalog/number-types";
import { wireKeyOf } from "../../shared/catalog/profile-fields";
import { checkVersion } from "../../shared/wire/check-version";
import type { DataSetName, MessagePayloads } from "../../shared/wire/payloads";
import {
  checkCurrencies,
  checkCurrencyInfo,
  checkNotice,
  checkProfile,
  checkUnlockLists,
  checkWeekly,
  isWholeNumber,
} from "../cache/check-values";
import type { PlayerCache } from "../cache/player-cache";
import { guarded } from "../client/guard";
import { isStamp } from "./check-stamp";
import type { Hello } from "./hello";
import type { Revisions } from "./revisions";

type ProfileUpdate = MessagePayloads["profileUpdate"][0];
type CurrencyUpdate = MessagePayloads["currencyUpdate"][0];
type UnlockList = MessagePayloads["unlockList"][0];
type WeeklyUpdate = MessagePayloads["weeklyUpdate"][0];
type CurrencyInfoUpdate = MessagePayloads["currencyInfo"][0];

/** What the receiver does with what it has checked; each is looked up when called, so that addons may hook it. */
export interface Receiving {
  updateProfile(this: void, data: ProfileUpdate): void;
  updateCurrencies(this: void, data: CurrencyUpdate): void;
  updateUnlocks(this: void, data: UnlockList): void;
  updateWeekly(this: void, data: WeeklyUpdate): void;
  updateCurrencyInfo(this: void, data: CurrencyInfoUpdate): void;
  unlockGained(this: void, notice: DCIntegrationAddon.Notice): void;
  /** The data set is held at a new revision. */
  admitted(this: void): void;
  /** The realm's first data of this session has been taken in. */
  synced(this: void): void;
  protocolDiffers(this: void, version: string, protocol: number): void;
}

type Handler = (this: void, first: unknown, second: unknown) => void;

/**
 * Judges what comes from the realm. A message that is not what the catalog says is dropped and counted: the realm's
 * next update, or the answer to the next hello, repairs what was in it.
 */
export class Receiver {
  /** Messages dropped because their content was wrong. */
  malformed = 0;
  /** Program version of the realm, once it has answered. */
  realmVersion: string | undefined;
  /** Whether the realm has sent data in this session. */
  synced = false;
  private warned = false;

  constructor(
    private readonly cache: PlayerCache,
    private readonly revisions: Revisions,
    private readonly hello: Hello,
    private readonly receiving: Receiving,
  ) {}

  /** The handler of each message that comes from the realm, by the message's AIO name. */
  handlers(): Record<string, Handler> {
    const { updateProfile, updateCurrencies, updateUnlocks, updateWeekly, updateCurrencyInfo } =
      this.receiving;
    const byKey: Record<Exclude<MessageKey, "hello">, Handler> = {
      profileUpdate: (data, stamp) => {
        this.update("profile", checkProfile(data, wireKeyOf), stamp, () => {
          updateProfile(data as ProfileUpdate);
        });
      },
      currencyUpdate: (data, stamp) => {
        this.update("currencies", checkCurrencies(data), stamp, () => {
          updateCurrencies(data as CurrencyUpdate);
        });
      },
      unlockList: (data, stamp) => {
        this.update("unlocks", checkUnlockLists(data), stamp, () => {
          updateUnlocks(data as UnlockList);
        });
      },
      weeklyUpdate: (data, stamp) => {
        this.update("weekly", checkWeekly(data), stamp, () => {
          updateWeekly(data as WeeklyUpdate);
        });
      },
      currencyInfo: (data, stamp) => {
        this.update("currencyInfo", checkCurrencyInfo(data), stamp, () => {
          updateCurrencyInfo(data as CurrencyInfoUpdate);
        });
      },
      unlockGained: (notice, stamp) => {
        this.notice(notice, stamp);
      },
      welcome: (version, protocol) => {
        this.welcome(version, protocol);
      },
    };
    const byName: Record<string, Handler> = {};
    for (const [key, handler] of pairs(byKey)) byName[MESSAGES[key].name] = handler;
    return byName;
  }

  /**
   * Without a stamp the data is merged as the document's own messages are: a script that knows nothing of revisions
   * may send them.
   */
  private update(set: DataSetName, complaint: Complaint, stamp: unknown, apply: (this: void) => void): void {
    if (complaint !== undefined || (stamp !== undefined && !isStamp(stamp))) {
      this.malformed++;
      return;
    }
    const verdict = stamp === undefined ? "merge" : this.revisions.admit(set, stamp);
    this.hello.heard();
    if (verdict === "gap") {
      this.hello.openGap(set);
      return;
    }
    if (stamp !== undefined) this.hello.closeGap(set);
    if (verdict === "replace") this.cache.clear(set);
    this.takeIn(verdict === "ignore" ? undefined : apply);
  }

  /**
   * From the first data of a session on, what is held is the realm's and not only what was saved. An update that
   * brings nothing new says so too: the realm has found that the addon is up to date. What applies it may be hooked by other
   * addons, whose errors must not keep the rest from being done.
   */
  private takeIn(apply: ((this: void) => void) | undefined): void {
    const first = !this.synced;
    this.synced = true;
    if (apply !== undefined) guarded("taking in an update", apply);
    this.receiving.admitted();
    if (first) this.receiving.synced();
  }

  /**
   * A gained unlock adds to what is held, so it is shown and kept behind a gap as well; what is missing is asked for
   * then. A repeated one is known by its revision, or by being held already.
   */
  private notice(notice: unknown, stamp: unknown): void {
    const stamped = stamp === undefined || (isStamp(stamp) && stamp.base > 0);
    if (checkNotice(notice) !== undefined || !stamped) {
      this.malformed++;
      return;
    }
    const verdict = isStamp(stamp) ? this.revisions.admit("unlocks", stamp) : "merge";
    const checked = notice as DCIntegrationAddon.Notice;
    this.hello.heard();
    if (verdict === "gap") this.hello.openGap("unlocks");
    const repeated = verdict === "ignore" || (verdict === "gap" && this.holds(checked));
    if (!repeated) this.takeIn(() => this.receiving.unlockGained(checked));
  }

  private holds({ type, id }: DCIntegrationAddon.Notice): boolean {
    return type !== undefined && id !== undefined && this.cache.hasUnlock(type, id);
  }

  private welcome(version: unknown, protocol: unknown): void {
    if (checkVersion(version) !== undefined || !isWholeNumber(protocol, NUMBER_TYPES.u32.maximum)) {
      this.malformed++;
      return;
    }
    const realmVersion = version as string;
    this.realmVersion = realmVersion;
    if (protocol !== PROTOCOL_VERSION && !this.warned) {
      this.warned = true;
      this.receiving.protocolDiffers(realmVersion, protocol);
    }
    this.hello.heard();
  }
}
