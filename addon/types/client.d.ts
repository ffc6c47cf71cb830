/** @noSelfInFile */

/*
 * Globals of the 3.3.5a client (build 12340) that the package for the later client lacks or types otherwise. A
 * declaration here replaces the package's; scripts/client-types.ts writes the rest to dist/types. The client of
 * that time answers yes and no with `1` and `nil`.
 */

declare namespace WoWAPI {
  /** Colour parts are 0 to 1. */
  interface Color {
    r: number;
    g: number;
    b: number;
    a?: number;
  }

  /** What `date("*t")` gives and `time` takes. */
  interface DateParts {
    year: number;
    /** 1 to 12. */
    month: number;
    day: number;
    hour?: number;
    min?: number;
    sec?: number;
    isdst?: boolean;
  }

  /** A frame that `InterfaceOptions_AddCategory` takes; the handlers get the panel as `self`. */
  interface InterfaceOptionsPanel extends Frame {
    /** Text in the list of addons; unique, also the argument of `InterfaceOptionsFrame_OpenToCategory`. */
    name: string;
    /** Name of the panel that this one is listed below. */
    parent?: string;
    okay?(): void;
    cancel?(): void;
    default?(): void;
    refresh?(): void;
  }

  interface StaticPopupDialog {
    text: string;
    button1?: string;
    button2?: string;
    OnAccept?(data?: unknown): void;
    OnCancel?(data?: unknown, reason?: string): void;
    OnShow?(data?: unknown): void;
    OnHide?(data?: unknown): void;
    /** Seconds until it closes by itself; 0 never. */
    timeout?: number;
    whileDead?: 1;
    hideOnEscape?: 1;
    showAlert?: 1;
  }

  /** The library registry that addons share; a global only when some loaded addon ships it. */
  interface LibraryStub {
    <Library extends object>(this: void, major: string, silent: true): Library | undefined;
    <Library extends object>(this: void, major: string): Library;
    /** The table to fill and the version it held, or nothing when the loaded one is as new. */
    NewLibrary<Library extends object>(
      major: string,
      minor: number | string,
    ): LuaMultiReturn<[library: Library, oldMinor?: number] | []>;
    GetLibrary<Library extends object>(
      major: string,
      silent: true,
    ): LuaMultiReturn<[library: Library, minor: number] | []>;
  }

  type SlashHandler = (this: void, text: string, editBox: EditBox) => void;
  type ErrorHandler = (this: void, message: unknown) => void;
  type AddonMessageType = "PARTY" | "RAID" | "GUILD" | "BATTLEGROUND" | "WHISPER";

  interface TypedEvents {
    /** Another client, or the server in its name; the sender's name has no realm. */
    CHAT_MSG_ADDON: [prefix: string, text: string, chatType: AddonMessageType, sender: string];
    ADDON_LOADED: [addonName: string];
    PLAYER_LOGIN: [];
    PLAYER_ENTERING_WORLD: [];
    PLAYER_LEAVING_WORLD: [];
    /** The last event before the saved variables are written. */
    PLAYER_LOGOUT: [];
    PLAYER_LEVEL_UP: [level: number, health: number, mana: number, talentPoints: number, ...stats: number[]];
    PLAYER_REGEN_DISABLED: [];
    PLAYER_REGEN_ENABLED: [];
    VARIABLES_LOADED: [];
  }
}

/** Creates a frame; a name becomes a global variable. One without a parent stays when the interface is hidden. */
declare function CreateFrame<Type extends keyof WoWAPI.FrameTypes>(
  frameType: Type,
  name?: string,
  parent?: WoWAPI.Frame,
  template?: string,
  id?: number,
): WoWAPI.FrameTypes[Type];
declare function CreateFont(name: string): WoWAPI.Font;

declare const UIParent: WoWAPI.Frame;
declare const WorldFrame: WoWAPI.Frame;
declare const GameTooltip: WoWAPI.GameTooltip;
declare const ItemRefTooltip: WoWAPI.GameTooltip;
declare const DEFAULT_CHAT_FRAME: WoWAPI.ScrollingMessageFrame;
declare const ChatFrame1: WoWAPI.ScrollingMessageFrame;
declare const UIErrorsFrame: WoWAPI.MessageFrame;
declare const InterfaceOptionsFrame: WoWAPI.Frame;
declare const InterfaceOptionsFramePanelContainer: WoWAPI.Frame;

/** Handlers by command id: `SlashCmdList.X` answers to the texts in the globals `SLASH_X1`, `SLASH_X2`, ... */
declare const SlashCmdList: Record<string, WoWAPI.SlashHandler>;
/** Names of frames that Escape hides. */
declare const UISpecialFrames: string[];
declare const StaticPopupDialogs: Record<string, WoWAPI.StaticPopupDialog>;
declare const RAID_CLASS_COLORS: Record<string, WoWAPI.Color>;
declare const ITEM_QUALITY_COLORS: Record<number, WoWAPI.Color & { hex: string }>;
declare const LibStub: WoWAPI.LibraryStub | undefined;

/** Errors when prefix and text together are over 254 bytes; a NUL byte ends the text. */
declare function SendAddonMessage(
  prefix: string,
  text: string,
  chatType: WoWAPI.AddonMessageType,
  target?: string,
): void;
/** A sound's name in the client's tables, for example `"LEVELUPSOUND"`. */
declare function PlaySound(name: string): void;
declare function PlaySoundFile(path: string): void;
declare function ReloadUI(): void;
declare function message(text: string): void;
/** Seconds since the machine's start, with milliseconds. */
declare function GetTime(): number;
/** Seconds since 1970; with parts, of that local time. */
declare function time(parts?: WoWAPI.DateParts): number;
declare function date(format: "*t" | "!*t", time?: number): Required<WoWAPI.DateParts>;
declare function date(format?: string, time?: number): string;
declare function difftime(later: number, earlier: number): number;

declare function UnitName(unit: WoWAPI.UnitId): LuaMultiReturn<[name: string | undefined, realm?: string]>;
declare function UnitGUID(unit: WoWAPI.UnitId): WoWAPI.Guid | undefined;
/** The class in the client's language, and its name in capitals for tables. */
declare function UnitClass(
  unit: WoWAPI.UnitId,
): LuaMultiReturn<[name: string | undefined, token: string | undefined]>;
declare function UnitRace(
  unit: WoWAPI.UnitId,
): LuaMultiReturn<[name: string | undefined, token: string | undefined]>;
declare function UnitExists(unit: WoWAPI.UnitId): 1 | undefined;
declare function UnitXP(unit: "player"): number;
declare function UnitXPMax(unit: "player"): number;
declare function InCombatLockdown(): 1 | undefined;
declare function IsInInstance(): LuaMultiReturn<[inside: 1 | undefined, kind: string]>;
declare function GetRealZoneText(): string;
/** `undefined` for an id that the client's tables lack. */
declare function GetTitleName(titleId: number): string | undefined;
declare function GetNumPartyMembers(): number;
declare function GetNumRaidMembers(): number;
declare function IsLoggedIn(): 1 | undefined;

/** Nothing for an unknown spell. */
declare function GetSpellInfo(
  spell: number | string,
): LuaMultiReturn<
  | [
      name: string,
      rank: string,
      icon: string,
      cost: number,
      isFunnel: boolean,
      powerType: number,
      castTime: number,
      minRange: number,
      maxRange: number,
    ]
  | []
>;
/** Nothing while the client has not got the item from the server. */
declare function GetItemInfo(
  item: number | string,
): LuaMultiReturn<
  | [
      name: string,
      link: string,
      quality: number,
      itemLevel: number,
      minLevel: number,
      type: string,
      subType: string,
      stackCount: number,
      equipLocation: string,
      texture: string,
      sellPrice: number,
    ]
  | []
>;
declare function GetItemIcon(item: number | string): string | undefined;

declare function IsAddOnLoaded(addon: number | string): 1 | undefined;
declare function LoadAddOn(addon: number | string): LuaMultiReturn<[loaded: 1 | undefined, reason?: string]>;
declare function InterfaceOptions_AddCategory(panel: WoWAPI.InterfaceOptionsPanel): void;
declare function InterfaceOptionsFrame_OpenToCategory(panel: WoWAPI.InterfaceOptionsPanel | string): void;
declare function StaticPopup_Show(which: string, text1?: string, text2?: string): WoWAPI.Frame | undefined;
declare function StaticPopup_Hide(which: string): void;
