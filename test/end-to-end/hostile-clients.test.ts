import { afterAll, beforeAll, expect, test } from "vitest";
import { MESSAGE_BURST, MESSAGES } from "../../shared/catalog/messages";
import type { LuaValue } from "../addon/support/smallfolk";
import { sendBlocks, sendHello } from "./support/forged-message";
import { Game } from "./support/game";
import { ARTHAS, HANDSHAKE, JAINA, THRALL } from "./support/players";

/** Milliseconds after which a sender may say hello again, and the log may speak of the same sender again. */
const CALM = 11_000;
const HELD = { epoch: 0, profile: 0, currencies: 0, unlocks: 0 };
let game: Game;

beforeAll(async () => {
  game = await Game.start();
  await game.realm.join(ARTHAS);
  await game.realm.join(JAINA);
  game.realm.tick(HANDSHAKE);
});

afterAll(() =>
  game.close(() => {
    expect(game.realm.world.stoppedBy()).toBeUndefined();
    // AIO itself raises when a message has no tab, and the engine logs that.
    expect(game.realm.world.errors.filter((line) => !line.startsWith("AIO:"))).toEqual([]);
  }),
);

function dropped(kind: "malformed" | "tooMany"): number {
  return Number(game.lua(`return DC.DroppedMessages.${kind}`));
}

/** Whether the player's addon gets answers. */
function expectService(player: string): void {
  game.realm.tick(CALM);
  const before = game.messagesTo(player).length;
  sendHello(game, player, ["0.1.0", 1, HELD]);
  game.realm.tick(100);
  expect(game.messagesTo(player).length).toBeGreaterThan(before);
}

const FORGED: [name: string, args: LuaValue[]][] = [
  ["nothing", []],
  ["a number for the version", [1, 1, HELD]],
  ["a table for the version", [{}, 1, HELD]],
  ["a version that would clear a console", ["\u001b[2J\n", 1, HELD]],
  ["a very long version", ["9".repeat(2000), 1, HELD]],
  ["a string for the protocol", ["0.1.0", "1", HELD]],
  ["NaN for the protocol", ["0.1.0", Number.NaN, HELD]],
  ["infinity for the protocol", ["0.1.0", Infinity, HELD]],
  ["a negative protocol", ["0.1.0", -1, HELD]],
  ["no holding", ["0.1.0", 1]],
  ["a string for the holding", ["0.1.0", 1, "all"]],
  ["NaN for the epoch", ["0.1.0", 1, { ...HELD, epoch: Number.NaN }]],
  ["a huge revision", ["0.1.0", 1, { ...HELD, profile: 1e300 }]],
  ["half a revision", ["0.1.0", 1, { ...HELD, unlocks: 0.5 }]],
  ["a revision missing", ["0.1.0", 1, { epoch: 0, profile: 0, currencies: 0 }]],
];

test.each(FORGED)("a hello with %s is dropped, counted and logged with its sender", (_name, args) => {
  game.realm.tick(CALM);
  const before = dropped("malformed");
  const messages = game.messagesTo(JAINA.name);
  const lines = game.ourLog().length;
  sendHello(game, JAINA.name, args);
  game.realm.tick(100);
  expect(dropped("malformed")).toBe(before + 1);
  expect(game.messagesTo(JAINA.name)).toEqual(messages);
  const [line, ...others] = game.ourLog().slice(lines);
  expect(line).toContain(`dropped ${MESSAGES.hello.name} of player ${JAINA.guid}:`);
  expect(others).toEqual([]);
});

test("what AIO itself refuses reaches nobody", () => {
  const before = game.messagesTo(JAINA.name);
  const lines = game.ourLog().length;
  const sixteen = Array.from({ length: 16 }, () => 1);
  sendHello(game, JAINA.name, sixteen);
  const blocks: LuaValue[] = [
    "text",
    7,
    [],
    [[1]],
    [[1, "NO_SUCH_NAME", 1]],
    [["many", MESSAGES.hello.name, 1]],
    [[2, "AIO", "Init"]],
  ];
  for (const block of blocks) sendBlocks(game, JAINA.name, block);
  game.realm.tick(1000);
  expect(game.messagesTo(JAINA.name)).toEqual(before);
  expect(game.ourLog().slice(lines)).toEqual([]);
  expectService(JAINA.name);
});

test("garbage in frames is nothing", () => {
  const frames = [
    "",
    "\x01",
    "\x01\x01",
    "\x01\x02\x01",
    "\x01\x01{",
    `\x01\x01${"{".repeat(200)}`,
    "\xff".repeat(200),
  ];
  for (const prefix of ["CAIO", "SAIO", "DC", ""]) {
    for (const frame of frames) {
      game.realm.world.receive({ player: JAINA.name, prefix, text: Buffer.from(frame, "latin1") });
    }
    game.realm.world.receive({ player: JAINA.name, prefix, text: undefined });
  }
  game.realm.tick(1000);
  expectService(JAINA.name);
});

test("a client is not shaken by garbage in the realm's name", () => {
  const client = game.realm.client(ARTHAS.name);
  const texts = ["", "\x01\x01{{", '\x01\x01{{2,"DC_PROFILE_UPDATE",7}}', '\x01\x01{{1,"DC_WELCOME",{}}}'];
  for (const text of texts) {
    client.receive({
      prefix: "SAIO",
      text: Buffer.from(text, "latin1"),
      chatType: "WHISPER",
      sender: ARTHAS.name,
    });
  }
  game.realm.tick(1000);
  expect(client.errors).toEqual([]);
  game.lua("DC.PlayerProfile:SetStat(1, 'mythic_rating', 1234)");
  game.realm.tick(100);
  expect(game.addon(ARTHAS.name, "DCIntegration:GetMythicRating()")).toBe(1234);
});

test("a flood is let through as far as the bucket goes, counted, and fills no log", () => {
  game.realm.tick(CALM);
  game.realm.tick(CALM);
  const before = dropped("tooMany");
  const answers = game.messagesTo(JAINA.name).length;
  const lines = game.ourLog().length;
  for (let sent = 0; sent < 500; sent++) sendHello(game, JAINA.name, ["0.1.0", 1, HELD]);
  game.realm.tick(200);
  const admitted = MESSAGE_BURST / MESSAGES.hello.cost;
  expect(dropped("tooMany") - before).toBe(500 - admitted);
  const welcomes = game
    .messagesTo(JAINA.name)
    .slice(answers)
    .filter((text) => text.includes("DC_WELCOME"));
  expect(welcomes).toHaveLength(admitted);
  const said = game.ourLog().slice(lines);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain(`of player ${JAINA.guid}: too many messages`);
  sendHello(game, ARTHAS.name, ["0.1.0", 1, HELD]);
  const served = game.messagesTo(ARTHAS.name).length;
  game.realm.tick(100);
  expect(game.messagesTo(ARTHAS.name).length).toBeGreaterThan(served);
  game.realm.tick(CALM);
  sendHello(game, JAINA.name, [7]);
  game.realm.tick(100);
  expect(game.ourLog().at(-1)).toContain(`${500 - admitted - 1} more`);
});

test("what a client says before its character is in the world is lost, and its login works", async () => {
  sendHello(game, THRALL.name, ["0.1.0", 1, HELD]);
  game.realm.tick(100);
  expect(await game.value(`SELECT COUNT(*) FROM dc_session WHERE player_guid = ${THRALL.guid}`)).toBe("0");
  await game.realm.join(THRALL);
  game.realm.tick(HANDSHAKE);
  expect(game.addon(THRALL.name, "DCIntegration:GetPlayerData().totalLogins")).toBe(1);
});
