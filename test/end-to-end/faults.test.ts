import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { type PrivateMariadb, startPrivateMariadb } from "../../scripts/private-mariadb";
import { createDatabase, createEmptyDatabase } from "../database";
import { Game } from "./support/game";
import { ARTHAS, HANDSHAKE } from "./support/players";
import { Traffic } from "./support/traffic";

/** Milliseconds until the realm has looked twice for what has been waiting for long. */
const UPKEEP = 21_000;
let game: Game;
let traffic: Traffic;

async function start(options?: Parameters<typeof Game.start>[0]): Promise<void> {
  game = await Game.start(options);
  traffic = new Traffic(game, ARTHAS);
}

async function startWithArthas(): Promise<void> {
  await start();
  await game.realm.join(ARTHAS);
  game.realm.tick(HANDSHAKE);
}

afterEach(() =>
  game.close(() => {
    const { world } = game.realm;
    expect(world.stoppedBy()).toBeUndefined();
    expect(world.errors).toEqual([]);
    expect(world.writerDead()).toBe(false);
  }),
);

describe("the bridge", () => {
  beforeEach(startWithArthas);

  test("killed at several moments of a stream of operations, applies each once", async () => {
    for (let kill = 0; kill < 4; kill++) {
      traffic.play(400);
      game.realm.tick(40 + 20 * kill);
      await game.bridge.kill9();
      traffic.play(100);
      game.realm.tick(100);
      await game.startBridge();
    }
    await traffic.arrivesEverywhere();
  });

  test("away, keeps nobody from playing", async () => {
    await game.bridge.stop();
    traffic.play(50);
    await game.sees(() => game.addon(ARTHAS.name, "DCIntegration:GetMythicRating()"), 100);
    game.realm.leave(ARTHAS.name);
    game.realm.tick(120_000);
    await game.realm.join(ARTHAS);
    traffic.expectInRealm();
    game.realm.tick(HANDSHAKE);
    await game.startBridge();
    await traffic.arrivesEverywhere();
  });
});

describe("statements that the core loses or swaps", () => {
  beforeEach(startWithArthas);

  test("lost ones are sent again", async () => {
    traffic.play(10);
    game.realm.world.loseNextExecute();
    game.realm.tick(100);
    traffic.play(10);
    game.realm.tick(UPKEEP);
    await traffic.arrivesEverywhere();
  });

  test("swapped ones are applied in the order of their numbers", async () => {
    await game.settles();
    game.realm.world.holdWriter();
    traffic.play(5);
    game.realm.tick(20);
    game.lua("DC.PlayerProfile:SetStat(1, 'prestige_level', 3)");
    game.realm.tick(20);
    game.lua("DC.PlayerProfile:SetStat(1, 'prestige_level', 4)");
    game.realm.tick(20);
    game.realm.world.swapLastTwoExecutes();
    game.realm.world.releaseWriter();
    await traffic.arrivesEverywhere();
    expect(await game.value("SELECT prestige_level FROM dc_player_profile")).toBe("4");
  });

  test("lost ones of a realm that has started again are given up, and what follows them counts", async () => {
    game.realm.world.loseNextExecute();
    game.lua("DC.PlayerProfile:SetStat(1, 'prestige_level', 3)");
    game.realm.tick(40);
    traffic.play(10);
    game.realm.tick(40);
    game.realm.crash();
    await game.startRealm();
    await game.realm.join(ARTHAS);
    game.realm.tick(HANDSHAKE);
    traffic.play(10);
    await traffic.arrivesEverywhere();
    expect(game.bridge.log.join("\n")).toContain("given up");
  });
});

describe("the database", () => {
  const folder = mkdtempSync(join(tmpdir(), "dc-end-to-end-"));
  let server: PrivateMariadb;

  beforeEach(async () => {
    server = await startPrivateMariadb({ folder });
    await start({ database: await createDatabase(server.port) });
    await game.realm.join(ARTHAS);
    game.realm.tick(HANDSHAKE);
  });

  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test("restarted and crashed while operations are under way keeps each, once", async () => {
    traffic.play(400);
    game.realm.tick(40);
    await server.restart();
    traffic.play(100);
    game.realm.tick(40);
    server.kill9();
    await server.restart();
    traffic.play(100);
    await traffic.arrivesEverywhere();
    expect(game.bridge.log.join("\n")).toContain("the database is back");
    const lostConnections = game.realm.world.errors.splice(0);
    expect(lostConnections.filter((line) => !line.startsWith("[ERROR]: [0]"))).toEqual([]);
  });
});

describe("the world", () => {
  test("crashes: everything flushed counts, and the next world goes on", async () => {
    await startWithArthas();
    await game.bridge.stop();
    traffic.play(300);
    game.realm.tick(100);
    game.realm.crash();
    await game.startRealm();
    await game.realm.join(ARTHAS);
    game.realm.tick(HANDSHAKE);
    traffic.expectInRealm();
    traffic.play(50);
    game.realm.tick(100);
    expect(await game.value("SELECT COUNT(DISTINCT boot_id) FROM dc_journal")).toBe("2");
    await game.startBridge();
    await traffic.arrivesEverywhere();
    expect(await game.column("SELECT superseded FROM dc_boot ORDER BY boot_id")).toEqual(["1", "0"]);
  });

  test("stops in order: what happened in its last tick counts", async () => {
    await startWithArthas();
    traffic.play(20);
    game.realm.close();
    await game.startRealm();
    await traffic.arrivesInTables();
    expect(await game.value("SELECT COUNT(*) FROM dc_session")).toBe("0");
  });

  test("that finds no tables works from memory, says so once, and writes all of it later", async () => {
    await start({ bridge: false, database: await createEmptyDatabase() });
    await game.realm.join(ARTHAS);
    game.realm.tick(HANDSHAKE);
    traffic.play(30);
    game.realm.tick(20_000);
    traffic.expectInRealm();
    await game.sees(() => game.addon(ARTHAS.name, "DCIntegration:GetMythicRating()"), 60);
    const complaints = game.realm.world.errors.splice(0);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(/the tables are at version 0.*start the bridge/);
    await game.startBridge();
    game.realm.tick(10_000);
    await traffic.arrivesEverywhere();
    expect(await game.value("SELECT total_logins FROM dc_player_profile")).toBe("1");
  });

  test("and a bridge may start in any order", async () => {
    await start({ bridge: false });
    await game.realm.join(ARTHAS);
    traffic.play(10);
    game.realm.tick(HANDSHAKE);
    await game.startBridge();
    await traffic.arrivesEverywhere();
  });
});
