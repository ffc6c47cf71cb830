/** The functions of the 3.3.5a client that AIO_Client calls, and the globals that it keeps or sets. */

interface ClientFrame {
  RegisterEvent(event: string): void;
  SetScript(
    script: "OnEvent",
    handler: (frame: ClientFrame, event: string, ...args: unknown[]) => void,
  ): void;
  SetScript(script: "OnUpdate", handler: ((frame: ClientFrame, elapsed: number) => void) | undefined): void;
  SetScript(script: "OnClick", handler: () => void): void;
  SetAllPoints(to: ClientFrame): void;
  SetFrameStrata(strata: string): void;
  EnableMouse(enabled: boolean): void;
}

declare function CreateFrame(kind: "Frame" | "Button"): ClientFrame;
declare const UIParent: ClientFrame;
declare function SendAddonMessage(prefix: string, text: string, channel: "WHISPER", target: string): void;
declare function GetTime(): number;
declare function UnitName(unit: "player"): string;
declare function ReloadUI(): void;

/** Code of the addons that the server sent, by name. In SavedVariables of AIO_Client, as the next two. */
declare let AIO_sv_Addons: unknown;
declare let AIO_sv: unknown;
/** Per character. */
declare let AIO_sv_char: unknown;

declare let SLASH_AIO1: string;
declare const SlashCmdList: LuaTable<string, (command: string) => void>;

declare let AIO: unknown;
