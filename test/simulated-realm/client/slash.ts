import { callGuarded } from "./errors";
import { globals } from "./globals";
import { toHex } from "./hex";
import { host } from "./host";

type SlashHandler = (this: void, text: string, editBox: unknown) => void;

/** The handler one of whose texts `SLASH_<KEY>1`, `SLASH_<KEY>2`, ... is the command; letter case does not matter. */
function findHandler(command: string): SlashHandler | undefined {
  for (const [key, handler] of pairs(globals["SlashCmdList"] as Record<string, SlashHandler>)) {
    for (let index = 1; ; index++) {
      const text = rawget(globals, `SLASH_${key}${string.format("%d", index)}`);
      if (type(text) !== "string") break;
      if (string.lower(text as string) === command) return handler;
    }
  }
  return undefined;
}

/** What the player typed into the chat line. */
export function runSlash(line: string): void {
  const [command, text] = string.match(line, "^(/%S+)%s*(.*)$");
  const name = string.lower(command ?? "");
  if (name === "/reload") {
    host.reload();
    return;
  }
  const handler = findHandler(name);
  if (handler === undefined) host.record("chat", toHex(`unknown command: ${line}`));
  else callGuarded(handler, text ?? "", rawget(globals, "ChatFrame1EditBox"));
}
