import { afterEach, beforeEach } from "vitest";
import { GameClient, type GameClientOptions, type SentMessage } from "../simulated-realm/host/game-client";

/** A client for the tests of one file: started before each test, closed after it. */
export class ClientBench {
  /** What the present client has sent. */
  readonly sent: SentMessage[] = [];
  private current: GameClient | undefined;

  get client(): GameClient {
    if (this.current === undefined) throw new Error("no client is started outside a test");
    return this.current;
  }

  /** Puts a fresh client in the place of the present one. */
  async restart(options: Partial<GameClientOptions> = {}): Promise<void> {
    this.stop();
    this.current = await GameClient.start({
      playerName: "Thrall",
      send: (message) => this.sent.push(message),
      ...options,
    });
  }

  stop(): void {
    this.current?.close();
    this.sent.length = 0;
  }

  /** What the code's error says. */
  errorOf(lua: string): string {
    try {
      this.client.run(lua);
    } catch (error) {
      return String(error);
    }
    return "no error";
  }

  /** Loads one file of code as an addon of that name. */
  addon(name: string, code: string, toc: Readonly<Record<string, string>> = {}): void {
    this.client.loadAddonCode(name, [{ name: `${name}.lua`, code }], toc);
  }
}

/** A bench whose client follows the tests of the file that calls this. */
export function clientUnderTest(): ClientBench {
  const bench = new ClientBench();
  beforeEach(() => bench.restart());
  afterEach(() => {
    bench.stop();
  });
  return bench;
}
