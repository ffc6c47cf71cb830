import { isList, unpackRange } from "../lua-values";

/** `player` is a Player on the server and the character's name on the client. */
export type BlockHandler<Player> = (player: Player, ...args: unknown[]) => void;

/** Handlers by the key that the other side sends; AIO reads it with an ordinary index, metatables included. */
export type HandlerTable<Player> = LuaTable<AnyNotNil, BlockHandler<Player>>;

/** The count stands first in a block, the name second. */
const FIRST_ARGUMENT = 3;

/** Who handles the blocks of which name. */
export class BlockHandlers<Player> {
  private readonly byName = new LuaTable<AnyNotNil, BlockHandler<Player>>();

  /** `mostArguments` is the highest count that a block may have. */
  constructor(private readonly mostArguments: number = math.huge) {}

  /** Raises if the name is taken. */
  register(name: AnyNotNil, handler: BlockHandler<Player>): void {
    if (type(handler) !== "function") error("callback function must be a function");
    if (this.byName.has(name)) error(`an event is already registered for the name: ${tostring(name)}`);
    this.byName.set(name, handler);
  }

  /** One handler that takes its first argument as a key into `handlers`; a key that is missing is ignored. */
  registerTable(name: AnyNotNil, handlers: HandlerTable<Player>): void {
    for (const [, handler] of pairs(handlers)) {
      if (type(handler) !== "function") {
        error(`#2 a table of functions expected, found a ${type(handler)} value`);
      }
    }
    this.register(name, (player, key, ...args) => {
      if (key === undefined || key === null) return;
      const handler: BlockHandler<Player> | undefined = handlers.get(key);
      if (handler !== undefined) handler(player, ...args);
    });
  }

  /** Calls the handler of one block. Raises for everything that is no block or has no handler. */
  run(player: Player, block: unknown): void {
    if (!isList(block)) error(`attempt to index local 'data' (a ${type(block)} value)`);
    const [count, name] = block;
    if (name === undefined || name === null) error("Invalid handle, no handle name");
    const handler: BlockHandler<Player> | undefined = this.byName.get(name);
    if (handler === undefined) error(`Unknown AIO block handle: '${tostring(name)}'`);
    handler(player, ...unpackRange(block, FIRST_ARGUMENT, this.checkedCount(count) + FIRST_ARGUMENT - 1));
  }

  private checkedCount(count: unknown): number {
    if (typeof count !== "number") error(`attempt to compare number with ${type(count)}`);
    if (count > this.mostArguments) {
      error(`Received AIO block with over ${this.mostArguments} arguments. Try using tables instead`);
    }
    return count;
  }
}
