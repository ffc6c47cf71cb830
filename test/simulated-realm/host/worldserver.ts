import { EngineState } from "./engine-state";
import { unescapeBytes, unescapeText } from "./escape";
import { type LuaLiteral, luaLiteral } from "./lua-literal";
import { SyncDatabase } from "./sync-database";
import type { EngineName } from "../engine/data/engine-name";
import type { CreatureSpec, ItemSpec, Place, PlayerSpec, QuestSpec, Script } from "../engine/specs";

export type { CreatureSpec, EngineName, ItemSpec, Place, PlayerSpec, QuestSpec, Script };

/** An addon message on its way to a client. */
export interface DeliveredMessage {
  readonly player: string;
  readonly prefix: string;
  readonly text: Uint8Array;
  /** 7 is a whisper. */
  readonly chatType: number;
}

/** An addon message from a client. */
export interface ClientMessage {
  readonly player: string;
  readonly prefix: string;
  /** Undefined when the client sent no tab. */
  readonly text: Uint8Array | undefined;
}

export interface WorldserverOptions {
  readonly engine: EngineName;
  readonly databaseUrl: string;
  readonly scripts: readonly Script[];
  readonly log?: (line: string) => void;
  readonly deliver: (message: DeliveredMessage) => void;
  /** 1 unless given. */
  readonly realmId?: number;
  /** Unix seconds at which the world's clock starts; 1 January 2026 unless given. */
  readonly now?: number;
  /** Whether Eluna has a Lua state for each map; false unless given, as in its old `CompatibilityMode`. */
  readonly mapStates?: boolean;
  /** `Eluna.UseUnsafeMethods`; true unless given. */
  readonly unsafeMethods?: boolean;
}

const START_OF_2026 = 1_767_225_600;

/**
 * A worldserver with a Lua engine: the engine double in real Lua 5.1, with a real database. Scripts run only inside the
 * calls below. When a script does what is fatal to a real server, every call throws `world frozen by: ...`.
 */
export class Worldserver {
  /** Everything that the server logged, oldest first. */
  readonly log: string[] = [];
  /** The errors among the lines of the log, without their mark. */
  readonly errors: string[] = [];
  private closed = false;

  private constructor(
    private readonly state: EngineState,
    private readonly database: SyncDatabase,
  ) {}

  /**
   * Starts the server: it loads the scripts and fires 33, 9 and 14.
   *
   * @throws when a script does what is fatal while it is loaded. Its other errors are in the log.
   */
  static async start(options: WorldserverOptions): Promise<Worldserver> {
    const database = new SyncDatabase(options.databaseUrl);
    const sinks: { server?: Worldserver } = {};
    const state = await EngineState.create({
      query: (sql, waits) => database.query(unescapeText(sql), waits),
      deliver: (player, prefix, text, chatType) => {
        options.deliver({
          player: unescapeText(player),
          prefix: unescapeText(prefix),
          text: unescapeBytes(text),
          chatType,
        });
      },
      log: (line) => sinks.server?.record(unescapeText(line), options.log),
    });
    const server = new Worldserver(state, database);
    sinks.server = server;
    const settings = {
      engine: options.engine,
      realmId: options.realmId ?? 1,
      now: options.now ?? START_OF_2026,
      unsafeMethods: options.unsafeMethods ?? true,
      mapStates: options.mapStates ?? false,
      scripts: options.scripts.map(({ name, code }) => ({ name, code })),
    };
    try {
      state.call(`create(${luaLiteral(settings)}) world:start()`);
    } catch (failure) {
      server.close();
      throw failure;
    }
    return server;
  }

  /** One turn of the world's loop, this many milliseconds after the last. */
  tick(milliseconds: number): void {
    this.call("tick", milliseconds);
  }

  /** Ticks of `step` milliseconds until `milliseconds` have gone by. */
  pass(milliseconds: number, step = 50): void {
    for (let passed = 0; passed < milliseconds; passed += step) this.tick(step);
  }

  login(player: PlayerSpec): void {
    this.call("login", { ...player });
  }

  logout(name: string): void {
    this.call("logout", name);
  }

  /** The client is gone without a word: the player logs out a minute later, unless it comes back. */
  loseConnection(name: string): void {
    this.call("loseConnection", name);
  }

  /** A message from a client; the next tick handles it. */
  receive(message: ClientMessage): void {
    this.call("receive", message.player, message.prefix, message.text);
  }

  /** The player is out of the world for `loading` milliseconds, and at least until the next tick: a loading screen. */
  travel(name: string, place: Place, loading = 0): void {
    this.call("travel", name, { ...place }, loading);
  }

  killCreature(killer: string, creature: CreatureSpec): void {
    this.call("killCreature", killer, { ...creature });
  }

  killPlayer(killer: string, victim: string): void {
    this.call("killPlayer", killer, victim);
  }

  dieByCreature(name: string, creature: CreatureSpec): void {
    this.call("dieByCreature", name, { ...creature });
  }

  /** Death by falling (2), fire (5) and the like. */
  dieByEnvironment(name: string, damageType: number): void {
    this.call("dieByEnvironment", name, damageType);
  }

  /** Fights a creature; the damage that was dealt after ALE's hook 66. */
  attack(name: string, creature: CreatureSpec, damage: number): number {
    return Number(this.call("attack", name, { ...creature }, damage)[0]);
  }

  /** The healing that was done after ALE's hook 65. */
  heal(name: string, target: string, amount: number): number {
    return Number(this.call("heal", name, target, amount)[0]);
  }

  leaveCombat(name: string): void {
    this.call("leaveCombat", name);
  }

  releaseGhost(name: string): void {
    this.call("releaseGhost", name);
  }

  /** False when a handler of ALE's hook 59 forbade it. */
  resurrect(name: string): boolean {
    return this.call("resurrect", name)[0] === true;
  }

  /** Whether the handlers of hook 48 let two players trade. */
  mayTrade(name: string, target: string): boolean {
    return this.call("mayTrade", name, target)[0] === true;
  }

  joinGroup(leader: string, member: string): void {
    this.call("joinGroup", leader, member);
  }

  leaveGroup(name: string): void {
    this.call("leaveGroup", name);
  }

  levelUp(name: string, level: number): void {
    this.call("levelUp", name, level);
  }

  /** Makes a quest template; a quest without one is a plain one of level 1. */
  defineQuest(quest: QuestSpec): void {
    this.call("defineQuest", { ...quest });
  }

  acceptQuest(name: string, questId: number): void {
    this.call("acceptQuest", name, questId);
  }

  /** Reaches the quest's aims and turns it in. */
  completeQuest(name: string, questId: number): void {
    this.call("completeQuest", name, questId);
  }

  abandonQuest(name: string, questId: number): void {
    this.call("abandonQuest", name, questId);
  }

  achieve(name: string, achievementId: number): void {
    this.call("achieve", name, achievementId);
  }

  /** Loots an item from a creature of entry `from`. */
  lootItem(name: string, item: ItemSpec, from: number): void {
    this.call("lootItem", name, { ...item }, from);
  }

  lootMoney(name: string, copper: number): void {
    this.call("lootMoney", name, copper);
  }

  /** A command without its dot, of a player or of the console. Whether a script took it. */
  command(player: string | undefined, text: string): boolean {
    return this.call("command", player, text)[0] === true;
  }

  /** Reloads the scripts now, with others if they are given. */
  reload(scripts?: readonly Script[]): void {
    this.call(
      "reload",
      scripts?.map(({ name, code }) => ({ name, code })),
    );
  }

  /** Stops the server in order: everybody is logged out, and what is queued is written. */
  shutdown(): void {
    this.call("shutdown");
  }

  /** The process dies: no hook runs, and what is queued is lost. */
  crash(): void {
    this.call("crash");
  }

  /** Runs Lua code with the globals of the world state, or of a map's; the values that it returns. */
  run(lua: string, place?: Place): unknown[] {
    return this.call("run", lua, place === undefined ? undefined : { ...place });
  }

  /** Kilobytes of Lua's memory after a full collection. */
  memoryKb(): number {
    const [kilobytes] = this.state.call(`collectgarbage() collectgarbage() return collectgarbage("count")`);
    return Number(kilobytes);
  }

  /** The database worker stops until `releaseWriter`: what scripts execute stays queued. */
  holdWriter(): void {
    this.call("holdWriter");
  }

  releaseWriter(): void {
    this.call("releaseWriter");
  }

  /** The next statement that the worker takes never reaches the database. */
  loseNextExecute(): void {
    this.call("loseNextExecute");
  }

  /** Exchanges the last two queued statements, as a core with several workers may. */
  swapLastTwoExecutes(): void {
    this.call("swapLastTwoExecutes");
  }

  /** Whether a bad statement has ended the worker: all later ones are lost. */
  writerDead(): boolean {
    return this.call("databaseWriterDead")[0] === true;
  }

  /** What ended the world, or undefined while it runs. */
  stoppedBy(): string | undefined {
    const [reason] = this.call("stoppedBy");
    return typeof reason === "string" ? reason : undefined;
  }

  /** Frees the Lua state and the database connection. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.state.close();
    this.database.close();
  }

  private call(method: string, ...values: readonly LuaLiteral[]): unknown[] {
    return this.state.call(`return world:${method}(${values.map(luaLiteral).join(",")})`);
  }

  private record(line: string, sink: ((line: string) => void) | undefined): void {
    this.log.push(line);
    if (line.startsWith("ERROR: ")) this.errors.push(line.slice("ERROR: ".length));
    sink?.(line);
  }
}
