import { provide } from "../globals";
import { toHex } from "../hex";
import { host } from "../host";

/** Most bytes of prefix and text together that the client sends. */
const longestMessage = 254;

const chatTypes = "PARTY RAID GUILD BATTLEGROUND WHISPER ";

/** The engine works on C strings: a NUL byte ends the text. */
function cut(text: string): string {
  const [at] = string.find(text, "%z");
  return at === undefined ? text : string.sub(text, 1, at - 1);
}

function checkedType(chatType: unknown): string {
  const name = string.upper(tostring(chatType));
  const [known] = string.find(chatTypes, `${name} `, 1, true);
  return known === undefined ? error("Invalid chat type for SendAddonMessage", 3) : name;
}

/** The global `SendAddonMessage`. */
function sendAddonMessage(this: void, prefix: unknown, text: unknown, chatType: unknown, target?: unknown) {
  if (type(prefix) !== "string" || (type(text) !== "string" && type(text) !== "number")) {
    error('Usage: SendAddonMessage("prefix", "text" [, "type", "target"])', 2);
  }
  const name = cut(prefix as string);
  const body = cut(tostring(text));
  const [tab] = string.find(name, "\t", 1, true);
  if (tab !== undefined) error("SendAddonMessage: the prefix must not hold a tab", 2);
  const size = name.length + body.length;
  if (size > longestMessage) {
    error(`SendAddonMessage: prefix and text are ${string.format("%d", size)} bytes, 254 is the most`, 2);
  }
  const kind = chatType === undefined ? "PARTY" : checkedType(chatType);
  if (kind === "WHISPER" && target === undefined) error("SendAddonMessage: WHISPER without a target", 2);
  host.send(toHex(name), toHex(body), kind, target === undefined ? "" : tostring(target));
}

/** Addon messages, sounds and the reload. */
export function provideMessages(): void {
  provide({
    SendAddonMessage: sendAddonMessage,
    PlaySound: (name: unknown) => {
      host.record("sounds", toHex(tostring(name)));
    },
    PlaySoundFile: (path: unknown) => {
      host.record("sounds", toHex(tostring(path)));
    },
    ReloadUI: () => {
      host.reload();
    },
  });
}
