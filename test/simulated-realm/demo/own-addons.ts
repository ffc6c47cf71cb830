import { readFileSync } from "node:fs";
import path from "node:path";
import type { GameClient } from "../host/game-client";
import { parseToc, requiredAddons } from "../host/toc";
import type { Stage } from "./stage";

/** The client leaves out, without a word, an addon that needs another. This says so. */
export function tellUnloaded({ addons, commentary }: Stage, client: GameClient): void {
  for (const folder of addons) {
    const name = path.basename(folder);
    if (client.isAddonLoaded(name)) continue;
    const toc = parseToc(readFileSync(path.join(folder, `${name}.toc`), "utf8"));
    const missing = requiredAddons(toc).filter((required) => !client.isAddonLoaded(required));
    commentary.error(
      `${client.playerName}'s addons`,
      `${name} is not loaded: it needs ${missing.join(", ")}, before it`,
    );
  }
}
