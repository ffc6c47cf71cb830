import { readFileSync } from "node:fs";
import { GameClient } from "../../simulated-realm/host/game-client";
import { RealmStub } from "./realm-stub";

export const ADDON_FOLDER = "dist/Interface/AddOns/DCIntegration";
export const AIO_BUNDLE = "dist/test/AIO_Client.lua";

export interface AddonClientOptions {
  readonly locale?: string;
  /** Lua text of the addon's saved variables. */
  readonly saved?: string;
  /** Lua that runs as an addon before ours, for example a library. */
  readonly before?: string;
  /** Lua that runs as an addon that depends on ours. */
  readonly after?: string;
  /** Puts an addon without content in the place of AIO. */
  readonly withoutAio?: boolean;
}

/** A client in the world with AIO and the addon, and the realm's end of the line. */
export interface AddonClient {
  readonly client: GameClient;
  readonly realm: RealmStub;
  /** The first result of a Lua expression. */
  evaluate(expression: string): unknown;
}

function loadAddons(client: GameClient, options: AddonClientOptions): void {
  const { before, after, withoutAio = false } = options;
  const aio = withoutAio ? "" : readFileSync(AIO_BUNDLE, "utf8");
  client.loadAddonCode("AIO_Client", [{ name: "AIO.lua", code: aio }]);
  if (before !== undefined) client.loadAddonCode("Before", [{ name: "Before.lua", code: before }]);
  client.loadAddon(ADDON_FOLDER);
  if (after !== undefined) {
    client.loadAddonCode("After", [{ name: "After.lua", code: after }], { Dependencies: "DCIntegration" });
  }
}

/** Starts a client up to the point where AIO's handshake is done and the addon has said its first hello. */
export async function startAddon(options: AddonClientOptions = {}): Promise<AddonClient> {
  const realm = new RealmStub();
  const client = await GameClient.start({
    playerName: "Thrall",
    send: realm.receive,
    ...(options.locale === undefined ? {} : { locale: options.locale }),
    ...(options.saved === undefined ? {} : { savedVariables: new Map([["DCIntegration", options.saved]]) }),
  });
  realm.connect(client);
  loadAddons(client, options);
  client.enterWorld();
  // What the client receives during a tick it hears behind it: AIO's handshake takes two.
  client.tick(1.1);
  client.tick(0.9);
  return { client, realm, evaluate: (expression) => client.run(`return ${expression}`)[0] };
}
