import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { GameClient } from "./game-client";
import { type EngineName, Worldserver } from "./worldserver";

const REALM_SCRIPT = "dist/lua_scripts/dc_integration.lua";
const AIO_SERVER = "dist/test/AIO_Server.lua";
const AIO_CLIENT = "dist/test/AIO_Client.lua";
const ADDON_FOLDER = "dist/Interface/AddOns/DCIntegration";
/** Milliseconds of one tick of world and clients; about what a busy server has. */
const TICK = 20;

export interface SimulatedRealmOptions {
  readonly engine: EngineName;
  readonly databaseUrl: string;
  /** Scripts that run beside ours, after them in the order of names. */
  readonly scripts?: readonly { name: string; code: string }[];
  /** False for a server on which nobody installed AIO. */
  readonly withAio?: boolean;
  readonly log?: (line: string) => void;
}

export interface SimulatedPlayer {
  readonly name: string;
  readonly guid: number;
  readonly account: number;
  readonly level?: number;
  readonly mapId?: number;
}

/**
 * A whole game without the game: one world with the generated realm script, and clients with the generated addon, each a real
 * Lua of its own, joined by AIO's wire format. The database and the bridge are real and stand outside.
 */
export class SimulatedRealm {
  private constructor(
    readonly world: Worldserver,
    private readonly clients: Map<string, GameClient>,
  ) {}

  static async start(options: SimulatedRealmOptions): Promise<SimulatedRealm> {
    const clients = new Map<string, GameClient>();
    const aio = options.withAio === false ? [] : [{ name: "AIO", code: readFileSync(AIO_SERVER, "utf8") }];
    const ours = { name: "dc_integration", code: readFileSync(REALM_SCRIPT, "utf8") };
    const world = await Worldserver.start({
      engine: options.engine,
      databaseUrl: options.databaseUrl,
      scripts: [...aio, ours, ...(options.scripts ?? [])],
      ...(options.log === undefined ? {} : { log: options.log }),
      deliver: ({ player, prefix, text }) => {
        clients.get(player)?.receive({ prefix, text, chatType: "WHISPER", sender: player });
      },
    });
    return new SimulatedRealm(world, clients);
  }

  /** Starts the player's client with the addon and logs the player in. */
  async join(player: SimulatedPlayer, saved?: ReadonlyMap<string, string>): Promise<GameClient> {
    const client = await this.startClient(player.name, saved);
    this.world.login(player);
    client.enterWorld();
    return client;
  }

  /** A /reload of the player's interface: a new client with the saved variables, and no hook on the server. */
  async reloadInterface(playerName: string): Promise<GameClient> {
    const saved = this.client(playerName).logout();
    const client = await this.startClient(playerName, saved);
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

  /** Stops the server as an admin would, and the clients. */
  close(): void {
    this.world.shutdown();
    for (const client of this.clients.values()) client.close();
    this.world.close();
  }

  private async startClient(playerName: string, saved?: ReadonlyMap<string, string>): Promise<GameClient> {
    const client = await GameClient.start({
      playerName,
      send: ({ prefix, text }) => this.world.receive({ player: playerName, prefix, text }),
      ...(saved === undefined ? {} : { savedVariables: saved }),
    });
    client.loadAddonCode("AIO_Client", [{ name: "AIO.lua", code: readFileSync(AIO_CLIENT, "utf8") }]);
    client.loadAddon(ADDON_FOLDER);
    this.clients.set(playerName, client);
    return client;
  }
}
