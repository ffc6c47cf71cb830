import { isList } from "../lua-values";
import { type BlockHandlers } from "../messages/block-handlers";
import { type ProtectedCalls } from "../messages/protected-calls";
import { VERSION } from "../protocol";
import { keepOnly, runAddon, storeAddon } from "./addon-cache";

/**
 * Whether the server has answered. `waiting`: nothing but the answer is handled, every other block is kept.
 * `started`: all blocks are handled. `refused`: the server has another version, every block is ignored for good.
 */
type Phase = "waiting" | "started" | "refused";

export class Init {
  private phase: Phase = "waiting";
  private kept: unknown[] = [];

  constructor(
    private readonly handlers: BlockHandlers<string>,
    private readonly calls: ProtectedCalls,
  ) {}

  isWaiting(): boolean {
    return this.phase === "waiting";
  }

  /** One block that came from the server, in its own protected call. */
  take(player: string, block: unknown): void {
    if (this.phase === "refused") return;
    if (this.phase === "waiting" && !isInit(block)) this.kept.push(block);
    else this.handlers.run(player, block);
  }

  /** The server's answer: addons 1..count, each as code or as the name of a cached one. */
  answered(player: string, version: unknown, count: unknown, sent: unknown, cached: unknown): void {
    if (version !== VERSION) {
      this.phase = "refused";
      print(`You have AIO version ${VERSION} and the server uses ${tostring(version)}. Get the same version`);
      return;
    }
    this.runAddons(tonumber(count) ?? 0, sent, cached);
    this.phase = "started";
    print(`Initialized AIO version ${VERSION}. Type '/aio help' for commands`);
    const kept = this.kept;
    this.kept = [];
    // Not protected one by one: an error in one of the kept blocks loses all behind it.
    for (const block of kept) this.handlers.run(player, block);
  }

  private runAddons(count: number, sent: unknown, cached: unknown): void {
    if (!isList(sent) || !isList(cached)) error("table expected");
    const named = new LuaTable<AnyNotNil, boolean>();
    for (let i = 0; i < count; i++) {
      this.calls.run(
        (code: unknown, known: unknown) => {
          const name = code === undefined ? tostring(known) : storeAddon(code);
          named.set(name, true);
          runAddon(name);
        },
        sent[i],
        cached[i],
      );
    }
    keepOnly(named);
  }
}

function isInit(block: unknown): boolean {
  return isList(block) && block[1] === "AIO" && block[2] === "Init";
}
