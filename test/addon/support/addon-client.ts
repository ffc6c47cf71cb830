import { readFileSync } from "node:fs";
import { join } from "node:path";
import { GameClient } from "../../simulated-realm/host/game-client";
import { RealmStub } from "./realm-stub";

export const ADDON_FOLDER = "dist/Interface/AddOns/DCIntegration";
const AIO_BUNDLE = "dist/test/AIO_Client.lua";
/** A checkout of the real AIO, whose client half then takes the double's place. */
const AIO_CHECKOUT = process.env["AIO_DIR"];

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
  /** What the addon and those around it read although the game lacks it; AIO's own reads are left out. */
  readonly violations: () => readonly string[];
  /** Visible frames with an OnUpdate script, but for those that AIO keeps. */
  readonly running: () => number;
  /** The first result of a Lua expression. */
  evaluate(expression: string): unknown;
}

/** The fields of the library's own .toc that matter here. */
const AIO_TOC = { SavedVariables: "AIO_sv, AIO_sv_Addons", SavedVariablesPerCharacter: "AIO_sv_char" };

/** Loads AIO_Client, on which the addon depends. */
export function loadAio(client: GameClient): void {
  if (AIO_CHECKOUT !== undefined) client.loadAddon(join(AIO_CHECKOUT, "AIO_Client"));
  else
    client.loadAddonCode(
      "AIO_Client",
      [{ name: "AIO.lua", code: readFileSync(AIO_BUNDLE, "utf8") }],
      AIO_TOC,
    );
}

let updatesOfAio: number | undefined;

/** Frames with an OnUpdate script that AIO keeps when its handshake is done. */
async function countUpdatesOfAio(): Promise<number> {
  if (updatesOfAio !== undefined) return updatesOfAio;
  const { client } = await startClient(loadAio);
  updatesOfAio = client.onUpdateCount();
  client.close();
  return updatesOfAio;
}

/** A client with the addons that `load` brings, after AIO's handshake. */
async function startClient(
  load: (client: GameClient) => void,
  options: AddonClientOptions = {},
): Promise<{ client: GameClient; realm: RealmStub }> {
  const realm = new RealmStub();
  const client = await GameClient.start({
    playerName: "Thrall",
    send: realm.receive,
    ...(options.locale === undefined ? {} : { locale: options.locale }),
    ...(options.saved === undefined ? {} : { savedVariables: new Map([["DCIntegration", options.saved]]) }),
  });
  realm.connect(client);
  load(client);
  client.enterWorld();
  // What the client receives during a tick it hears behind it: AIO's handshake takes two.
  client.tick(1.1);
  client.tick(0.9);
  return { client, realm };
}

/** Loads AIO, the addon and the addons around it. Gives how many missing names AIO has read. */
function loadAddons(client: GameClient, options: AddonClientOptions): number {
  const { before, after, withoutAio = false } = options;
  if (withoutAio) client.loadAddonCode("AIO_Client", []);
  else loadAio(client);
  const violationsOfAio = client.violations.length;
  if (before !== undefined) client.loadAddonCode("Before", [{ name: "Before.lua", code: before }]);
  client.loadAddon(ADDON_FOLDER);
  if (after !== undefined) {
    client.loadAddonCode("After", [{ name: "After.lua", code: after }], { Dependencies: "DCIntegration" });
  }
  return violationsOfAio;
}

/** Starts a client up to the point where AIO's handshake is done and the addon has said its first hello. */
export async function startAddon(options: AddonClientOptions = {}): Promise<AddonClient> {
  const updates = options.withoutAio === true ? 0 : await countUpdatesOfAio();
  let violationsOfAio = 0;
  const { client, realm } = await startClient((started) => {
    violationsOfAio = loadAddons(started, options);
  }, options);
  return {
    client,
    realm,
    violations: () => client.violations.slice(violationsOfAio),
    running: () => client.onUpdateCount() - updates,
    evaluate: (expression) => client.run(`return ${expression}`)[0],
  };
}
