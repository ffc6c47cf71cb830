import { forEachBlock } from "../messages/incoming";
import { type BlockHandlers } from "../messages/block-handlers";
import { type ProtectedCalls } from "../messages/protected-calls";
import { FROM_CLIENT, RECEIVE_LIFE, RECEIVE_SPACE, REFUSED_TEXT_LENGTH } from "../protocol";
import { Reassembly } from "../wire/reassembly";

const ON_ADDON_MESSAGE = 30;
const STALE_CHECK_MILLISECONDS = 5000;

/** Receives what clients send: hook 30, only whispers of a player to himself. */
export class Receiver {
  private readonly byPlayer = new LuaTable<number, Reassembly>();

  constructor(
    private readonly handlers: BlockHandlers<EnginePlayer>,
    private readonly calls: ProtectedCalls,
  ) {}

  start(): void {
    RegisterServerEvent(ON_ADDON_MESSAGE, (_event, sender, _kind, prefix, text, target) => {
      // Two userdata may stand for one player: engines push a new one each time, but its text is the same.
      const toHimself = tostring(sender) === tostring(target);
      if (prefix === FROM_CLIENT.prefix && toHimself && text.length < REFUSED_TEXT_LENGTH) {
        this.calls.run(
          (player: EnginePlayer, frame: string) => {
            this.receive(player, frame);
          },
          sender,
          text,
        );
      }
      return undefined;
    });
    CreateLuaEvent(() => this.dropStale(), STALE_CHECK_MILLISECONDS, 0);
  }

  /** After a logout nothing that the player left unfinished counts any more. */
  forget(low: number): void {
    this.byPlayer.delete(low);
  }

  private receive(player: EnginePlayer, frame: string): void {
    const payload = this.reassembly(player.GetGUIDLow()).accept(frame, os.time());
    if (payload === undefined) return;
    forEachBlock(payload, (block) => {
      this.calls.run(
        (owner: EnginePlayer, data: unknown) => {
          this.handlers.run(owner, data);
        },
        player,
        block,
      );
    });
  }

  private reassembly(low: number): Reassembly {
    let reassembly: Reassembly | undefined = this.byPlayer.get(low);
    if (reassembly === undefined) {
      reassembly = new Reassembly(RECEIVE_SPACE);
      this.byPlayer.set(low, reassembly);
    }
    return reassembly;
  }

  private dropStale(): void {
    for (const [, reassembly] of pairs(this.byPlayer)) reassembly.dropOlderThan(os.time() - RECEIVE_LIFE);
  }
}
