import { isList } from "../lua-values";
import { dumps } from "../wire/smallfolk-writer";

/** Sends a payload; on the server to the given players, on the client (no players) to the server. */
export type Transmit<Player> = (payload: string | undefined, ...players: Player[]) => void;

/** What `AIO.Msg()` returns: blocks that go out together. Its methods are called with a colon. */
export class Message<Player> {
  private blocks: unknown[] = [];
  /** The text is made once and kept until a block is added. */
  private text: string | undefined;

  constructor(private readonly transmit: Transmit<Player>) {}

  /** Adds a block for the handlers of `name`. What cannot be written raises in Send or ToString, not here. */
  Add(name: unknown, ...args: unknown[]): this {
    if (name === undefined) error("#1 Block must have name");
    // The count makes trailing nils survive, which leave no trace in the text.
    this.blocks.push([select("#", ...args), name, ...args]);
    this.text = undefined;
    return this;
  }

  /** Adds the blocks of another message. */
  Append(other: Message<Player>): this {
    if (!isList(other)) error("#1 table expected");
    for (const block of other.blocks) this.blocks.push(block);
    this.text = undefined;
    return this;
  }

  Clear(): this {
    this.blocks = [];
    this.text = undefined;
    return this;
  }

  HasMsg(): boolean {
    return this.blocks.length > 0;
  }

  /** Makes the text now, for a message that is sent to many. */
  Assemble(): this {
    if (this.HasMsg()) this.text ??= dumps(this.blocks);
    return this;
  }

  /** The payload, or nil without blocks. */
  ToString(): string | undefined {
    this.Assemble();
    return this.text;
  }

  /** Raises without blocks. With several players see the server's transmit for how many copies each gets. */
  Send(...players: Player[]): this {
    this.transmit(this.ToString(), ...players);
    return this;
  }
}
