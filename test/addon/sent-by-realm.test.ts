import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startServer } from "../conformance/aio/libraries";
import type { LuaProcess } from "../conformance/aio/lua-process";
import { GameClient, type SentMessage } from "../simulated-realm/host/game-client";
import { ADDON_FOLDER, loadAio } from "./support/addon-client";

const SENT_SCRIPT = "dist/optional_lua_scripts/dc_integration_addon.lua";
/** The player of the bare engine that the AIO server runs in. */
const PLAYER = "Arthas";

let server: LuaProcess;
let client: GameClient;
let outbox: SentMessage[];

beforeEach(async () => {
  server = await startServer("lua5.2");
  outbox = [];
});

afterEach(() => {
  expect(client.errors).toEqual([]);
  client.close();
  server.stop();
});

/** Carries what waits on both sides, until nothing does. */
async function exchange(): Promise<void> {
  while (outbox.length > 0) {
    for (const { text } of outbox.splice(0)) {
      const hex = Buffer.from(text).toString("hex");
      await server.run(`host.receive(host.players.${PLAYER}, host.unhex("${hex}"))`);
    }
    const frames = (await server.run("return host.take()")).split("\n").filter((line) => line !== "");
    for (const frame of frames) {
      const [, prefix = "", hex = ""] = frame.split(" ");
      client.receive({ prefix, text: Buffer.from(hex, "hex"), chatType: "WHISPER", sender: PLAYER });
    }
  }
}

/** Starts a client with AIO, lets `load` add addons, and goes through AIO's handshake. */
async function play(load: () => void, savedVariables?: ReadonlyMap<string, string>): Promise<void> {
  client = await GameClient.start({
    playerName: PLAYER,
    send: (message) => outbox.push(message),
    ...(savedVariables === undefined ? {} : { savedVariables }),
  });
  loadAio(client);
  load();
  client.enterWorld();
  client.tick(1.2);
  await exchange();
}

describe("the addon as a realm sends it", () => {
  it("runs on a client that has not installed it, says hello, and keeps its data", async () => {
    await server.run(`dofile("${SENT_SCRIPT}")
      AIO.RegisterEvent("DC_HELLO", function(player, version)
        hello = version
        if silent then return end
        AIO.Msg():Add("DC_PROFILE_UPDATE", { prestige = 3 }, { epoch = 1, revision = 1, base = 0 }):Send(player)
      end)`);
    await play(() => undefined);
    expect(await server.run("return hello")).toBe(client.run("return (DCIntegration:GetVersion())")[0]);
    expect(client.run("return DCIntegration:GetPrestige(), DCIntegration:IsStale()")).toEqual([3, false]);

    const saved = client.logout();
    // The next session, behind the five seconds in which AIO answers nobody twice.
    await server.run(
      "silent = true for _, timer in ipairs(host.timers) do timer.handler(1, timer.delay, 1) end",
    );
    await play(() => undefined, saved);
    expect(client.run("return DCIntegration:GetPrestige(), DCIntegration:IsStale()")).toEqual([3, true]);
  });

  it("leaves an installed addon of the same version alone", async () => {
    await server.run(`dofile("${SENT_SCRIPT}")`);
    await play(() => {
      client.loadAddon(ADDON_FOLDER);
      client.run("installed = DCIntegration");
    });
    expect(client.run("return installed == DCIntegration")).toEqual([true]);
    expect(client.chat.filter((line) => line.includes("DC Integration"))).toEqual([]);
  });

  it("tells the player when it is newer than the installed one", async () => {
    const newer = readFileSync(SENT_SCRIPT, "utf8").replace(/(SENT_VERSION = )"[^"]*"/, '$1"99.1.2"');
    await server.run(
      `AIO.AddAddonCode("dc_integration_addon.lua", host.unhex("${Buffer.from(newer).toString("hex")}"))`,
    );
    await play(() => {
      client.loadAddon(ADDON_FOLDER);
      client.run("installed = DCIntegration");
    });
    expect(client.run("return installed == DCIntegration")).toEqual([true]);
    expect(client.chat.filter((line) => line.includes("99.1.2"))).toHaveLength(1);
  });
});
