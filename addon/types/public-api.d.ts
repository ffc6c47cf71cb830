/** @noSelfInFile */

/*
 * What other addons see, for addons in TypeScript and for our own check of what we give them. docs/addon-api.md is
 * the manual.
 */

declare namespace DCIntegrationAddon {
  type PlayerData = import("../cache/player-data").PlayerData;
  type UnlockType = import("../../shared/catalog/unlock-types").UnlockType;
  type DataSetName = import("../../shared/wire/payloads").DataSetName;
  type CurrencyInfo = import("../../shared/wire/payloads").CurrencyInfo;
  type WeeklyAmount = import("../../shared/wire/payloads").WeeklyAmount;
  type Event = import("../../shared/events/event").Event;
  type EventInput = import("../../shared/events/event").EventInput;

  /** What `OnUnlockGained` shows. Without type and id it is shown and not remembered. */
  interface Notice {
    type?: UnlockType;
    id?: number;
    name: string;
    /** Texture path; the type's own icon if absent or empty. */
    icon?: string;
    /** The system that gave it. */
    source: string;
  }

  type DataListener = (this: void, dataType: DataSetName, playerData: PlayerData) => void;
  type EventListener = (this: void, event: Event) => void;
  type EventFilter = (this: void, event: Event) => boolean;
  /** Gets the event's name and what was fired with it; a method gets its table first. */
  type Callback = (this: void, ...args: never[]) => void;

  /** The player's data. Every method is called with a colon. */
  interface Integration {
    /** The live table: it changes as the realm speaks. Read it, never write it. */
    GetPlayerData(): PlayerData;
    /** 0 for a currency that the player never had. */
    GetCurrency(currencyId: number): number;
    /** A copy: amount by currency id. */
    GetCurrencies(): Record<number, number>;
    /** Name and texture path of the icon, a question mark where there is none; nil and nil for a currency without a name. */
    GetCurrencyInfo(currencyId: number): LuaMultiReturn<[name: string | undefined, icon: string | undefined]>;
    /** What was earned since the weekly reset, and the cap: 0 and nil for a currency without a weekly cap. */
    GetWeeklyEarned(currencyId: number): LuaMultiReturn<[earned: number, cap: number | undefined]>;
    GetPrestige(): number;
    GetMythicRating(): number;
    GetSeasonLevel(): number;
    GetHighestKey(): number;
    /** A copy: the ids in rising order. */
    GetUnlocks(unlockType: UnlockType): number[];
    HasUnlock(unlockType: UnlockType, unlockId: number): boolean;
    /** True until the realm has sent data in this session: until then the data is what was saved last time. */
    IsStale(): boolean;
    /** The addon's version, and the version of the messages it speaks. */
    GetVersion(): LuaMultiReturn<[version: string, protocol: number]>;
    /** The realm script's version once it has answered. */
    GetRealmVersion(): string | undefined;
    /** Called by code that the realm sends to clients without the addon: says so if that is newer than this addon. */
    CompareWithSent(version: string): void;
    /** Calls `listener` now with what is known and at every change; gives the id for `Unsubscribe`. */
    Subscribe(listener: DataListener): number;
    Unsubscribe(id: number): void;
    RegisterCallback(target: object | string, eventName: string, method?: Callback | string): void;
    UnregisterCallback(target: object | string, eventName: string): void;
    UnregisterAllCallbacks(target: object | string): void;

    /** Takes in profile fields by the names of DC_PROFILE_UPDATE. */
    UpdateProfile(data: Record<string, number | boolean>): void;
    /** Takes in amounts by currency id. */
    UpdateCurrencies(data: Record<number, number>): void;
    /** Takes in lists of ids by unlock type. */
    UpdateUnlocks(data: Partial<Record<UnlockType, number[]>>): void;
    /** Takes in what was earned and the cap by currency id. */
    UpdateWeekly(data: Record<number, WeeklyAmount>): void;
    /** Takes in name and icon by currency id. */
    UpdateCurrencyInfo(data: Record<number, CurrencyInfo>): void;
    /** Shows the notification of an unlock, and remembers it. */
    OnUnlockGained(notice: Notice): void;
    /** Fires DC_DATA_UPDATE for one data set. */
    BroadcastUpdate(dataType: DataSetName): void;
  }

  /** The one bus of all addons and of the client half of DCIntegration. */
  interface EventBus {
    Fire(eventName: string, ...args: unknown[]): void;
    /** As CallbackHandler-1.0: `target[method](target, eventName, ...)` or `method(eventName, ...)`. */
    RegisterCallback(target: object | string, eventName: string, method?: Callback | string): void;
    UnregisterCallback(target: object | string, eventName: string): void;
    UnregisterAllCallbacks(target: object | string): void;
    /** As on the realm: the handler gets the event. `filter` may be left out for `priority`. */
    Subscribe(
      eventName: string,
      handler: EventListener,
      filter?: EventFilter | number,
      priority?: number,
    ): number;
    Unsubscribe(id: number): void;
    Publish(event: EventInput): void;
    /** Publishes at the next picture. */
    PublishAsync(event: EventInput): void;
    PublishBatch(events: EventInput[]): void;
    /** The last `count` (10) events of that name, newest first. */
    GetRecentEvents(eventName: string, count?: number): Event[];
    ClearHistory(): void;
  }

  /** A toast in the making. Every setter gives the notification itself. */
  interface Notification {
    SetTitle(title: string): Notification;
    SetIcon(texturePath: string): Notification;
    SetText(text: string): Notification;
    SetSubtext(text: string): Notification;
    /** A sound's name as `PlaySound` takes it, played when the toast appears. */
    SetSound(soundName: string): Notification;
    /** Seconds that the toast stays, above 0 and at most 60. */
    SetDuration(seconds: number): Notification;
    /** Called with the mouse button when the toast is clicked, before it goes. */
    SetOnClick(handler: (this: void, button: WoWAPI.MouseButton) => void): Notification;
    /** Shows it now, or as soon as the toasts before it have gone. */
    Show(): Notification;
    /** Takes it off the screen or out of the queue. */
    Hide(): Notification;
  }

  interface Notifications {
    Create(): Notification;
  }
}

/* The addon sets these as its code runs; one that lists it under Dependencies finds them. */
declare let DCIntegration: DCIntegrationAddon.Integration;
declare let DCEventBus: DCIntegrationAddon.EventBus;
declare let DCNotification: DCIntegrationAddon.Notifications;
/** Read by the client when it saves; what it holds after loading is anything until it is repaired. */
declare let DCIntegrationDB: unknown;
declare let SLASH_DCINTEGRATION1: string;
