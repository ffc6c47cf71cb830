import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { GameClient } from "./game-client";
import { type DeliveredMessage, type EngineName, Worldserver } from "./worldserver";

const REALM_SCRIPT = "dist/lua_scripts/dc_integration.lua";
const AIO_SERVER = "dist/test/AIO_Server.lua";
const AIO_CLIENT = "dist/test/AIO_Client.lua";
const ADDON_FOLDER = "dist/Interface/AddOns/DCIntegration";
/** Milliseconds of one tick of world and clients; about what a busy server has. */
export const TICK = 20;

export interface SimulatedRealmOptions {
  readonly engine: EngineName;
  readonly databaseUrl: string;
  /** 1 unless given. */
  readonly realmId?: number;
  /** Scripts that run beside ours, after them in the order of names. */
  readonly scripts?: readonly { name: string; code: string }[];
  /** False for a server on which nobody installed AIO. */
  readonly withAio?: boolean;
  /** Unix seconds at which the world's clock starts. */
  readonly now?: number;
  /** Whether an Eluna has a Lua state for each map; false unless given. */
  readonly mapStates?: boolean;
  readonly log?: (line: string) => void;
}

export interface SimulatedPlayer {
  readonly name: string;
  readonly guid: number;
  readonly account: number;
  readonly level?: number;
  readonly mapId?: number;
  /** Level of the account: 0 player, 3 administrator. */
  readonly gmRank?: number;
}

/** What is in the player's `Interface/AddOns`. Ours depends on AIO_Client, so without that the client leaves it out. */
export type InstalledAddon = "AIO_Client" | "DCIntegration";

export interface ClientOptions {
  /** What `leave` or `reloadInterface` saved. */
  readonly saved?: ReadonlyMap<string, string>;
  /** Both unless given. */
  readonly installed?: readonly InstalledAddon[];
  /** Folders of other addons, which load after ours in this order. */
  readonly addons?: readonly string[];
}

/**
 * A whole game without the game: one world with the generated realm script, and clients with the generated addon, each a real
 * Lua of its own, joined by AIO's wire format. The database and the bridge are real and stand outside.
 */
export class SimulatedRealm {
  /** Every addon message that left the world, oldest first. */
  readonly delivered: DeliveredMessage[] = [];
  private readonly clients = new Map<string, GameClient>();
  private readonly otherAddons = new Map<string, readonly string[]>();
  private server: Worldserver | undefined;
  private closed = false;

  private constructor() {}

  static async start(options: SimulatedRealmOptions): Promise<SimulatedRealm> {
    const aio = options.withAio === false ? [] : [{ name: "AIO", code: readFileSync(AIO_SERVER, "utf8") }];
    const ours = { name: "dc_integration", code: readFileSync(REALM_SCRIPT, "utf8") };
    const realm = new SimulatedRealm();
    realm.server = await Worldserver.start({
      engine: options.engine,
      databaseUrl: options.databaseUrl,
      scripts: [...aio, ours, ...(options.scripts ?? [])],
      ...(options.log === undefined ? {} : { log: options.log }),
      ...(options.realmId === undefined ? {} : { realmId: options.realmId }),
      ...(options.now === undefined ? {} : { now: options.now }),
      ...(options.mapStates === undefined ? {} : { mapStates: options.mapStates }),
      deliver: (message) => realm.deliver(message),
    });
    return realm;
  }

  get world(): Worldserver {
    if (this.server === undefined) throw new Error("the world is still starting");
    return this.server;
  }

  /** Starts the player's client with the addon and logs the player in, or takes up the player whose connection was lost. */
  async join(player: SimulatedPlayer, options: ClientOptions = {}): Promise<GameClient> {
    this.otherAddons.set(player.name, options.addons ?? []);
    const client = await this.startClient(player.name, options);
    this.world.login(player);
    client.enterWorld();
    return client;
  }

  /** A /reload of the player's interface: a new client with the addons and saved variables, and no hook on the server. */
  async reloadInterface(playerName: string): Promise<GameClient> {
    const saved = this.client(playerName).logout();
    const client = await this.startClient(playerName, { saved });
    client.enterWorld();
    return client;
  }

  /** Logs the player out. Returns what the client saved. */
  leave(playerName: string): ReadonlyMap<string, string> {
    const saved = this.client(playerName).logout();
    this.clients.delete(playerName);
    this.world.logout(playerName);
    return saved;
  }

  /** The player's connection breaks and the client ends; nothing is saved. `join` within a minute takes the player up again. */
  loseConnection(playerName: string): void {
    this.client(playerName).close();
    this.clients.delete(playerName);
    this.world.loseConnection(playerName);
  }

  /** Whether a client of the player is running. */
  isPlaying(playerName: string): boolean {
    return this.clients.has(playerName);
  }

  client(playerName: string): GameClient {
    const client = this.clients.get(playerName);
    if (client === undefined) throw new Error(`no client of ${playerName} is running`);
    return client;
  }

  /** Lets `milliseconds` pass for the world and all clients, as fast as they can. */
  tick(milliseconds: number): void {
    for (let passed = 0; passed < milliseconds; passed += TICK) {
      this.world.tick(TICK);
      for (const client of this.clients.values()) client.tick(TICK / 1000);
    }
  }

  /** Lets time pass at the pace of the real one, so that the bridge keeps up, until `isSo` or until `limit` milliseconds are over. */
  async until(isSo: () => boolean | Promise<boolean>, limit = 20_000): Promise<boolean> {
    for (let passed = 0; passed < limit; passed += TICK) {
      if (await isSo()) return true;
      this.tick(TICK);
      await sleep(TICK);
    }
    return isSo();
  }

  /** The server's process dies: what it had queued is lost, and the clients lose their connection. */
  crash(): void {
    this.world.crash();
    this.close();
  }

  /** Stops the server as an admin would, unless something has ended it, and the clients. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    if (this.world.stoppedBy() === undefined) this.world.shutdown();
    for (const client of this.clients.values()) client.close();
    this.clients.clear();
    this.world.close();
  }

  private deliver(message: DeliveredMessage): void {
    this.delivered.push(message);
    const { player, prefix, text } = message;
    this.clients.get(player)?.receive({ prefix, text, chatType: "WHISPER", sender: player });
  }

  private async startClient(playerName: string, options: ClientOptions): Promise<GameClient> {
    const { saved, installed = ["AIO_Client", "DCIntegration"] } = options;
    const client = await GameClient.start({
      playerName,
      send: ({ prefix, text }) => this.world.receive({ player: playerName, prefix, text }),
      ...(saved === undefined ? {} : { savedVariables: saved }),
    });
    if (installed.includes("AIO_Client")) {
      client.loadAddonCode("AIO_Client", [{ name: "AIO.lua", code: readFileSync(AIO_CLIENT, "utf8") }]);
    }
    if (installed.includes("DCIntegration")) client.loadAddon(ADDON_FOLDER);
    for (const folder of this.otherAddons.get(playerName) ?? []) client.loadAddon(folder);
    this.clients.set(playerName, client);
    return client;
  }
}
