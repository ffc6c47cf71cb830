/** The functions of ALE and Eluna that AIO_Server calls. Optional ones are missing on some engine or state. */

interface EnginePlayer {
  /** Unique for each character. */
  GetGUIDLow(): number;
  GetName(): string;
  SendBroadcastMessage(text: string): void;
  /** Sends to `receiver` alone; channel 7 is WHISPER. */
  SendAddonMessage(prefix: string, text: string, channel: number, receiver: EnginePlayer): void;
}

type AddonMessageHook = (
  event: number,
  sender: EnginePlayer,
  kind: number,
  prefix: string,
  text: string,
  target: unknown,
) => boolean | undefined;
type LogoutHook = (event: number, player: EnginePlayer) => void;
type CommandHook = (event: number, player: EnginePlayer | undefined, command: string) => boolean | undefined;

declare function RegisterServerEvent(event: 30, hook: AddonMessageHook): void;
declare function RegisterPlayerEvent(event: 4, hook: LogoutHook): void;
declare function RegisterPlayerEvent(event: 42, hook: CommandHook): void;
/** `repeats` 0 is for ever; the delay is in milliseconds. */
declare function CreateLuaEvent(action: () => void, delay: number, repeats: number): number;
declare function GetPlayersInWorld(): EnginePlayer[];
/** Absent before Eluna had map states; -1 is the world state, and always so on ALE. */
declare const GetStateMapId: (() => number) | undefined;

declare let AIO: unknown;
