import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EventTypeName } from "../../shared/catalog/event-types";
import { defaultIntegrationSettings } from "../../shared/catalog/integration-settings";
import type { EngineName } from "../simulated-realm/host/worldserver";
import { Game } from "./support/game";
import { ARTHAS, HANDSHAKE, JAINA, THRALL } from "./support/players";

const settings = defaultIntegrationSettings();
const SEASON_XP = settings.currency_season_xp;
const ENGINES: EngineName[] = ["ale", "eluna-azerothcore", "eluna-trinitycore"];
/** Naxxramas' map is that of all players: a raid. */
const BOSS = { entry: 15990, level: 83, rank: 3, dungeonBoss: true };
const RAT = { entry: 4075, level: 1 };
const DAILY_FLAG = 0x1000;
const DAILY = { id: 13245, flags: DAILY_FLAG, daily: true };

/** Its core tells no script that a quest is turned in, so the server's own script does: the manual's line. */
const TELLS_NO_QUESTS: EngineName = "eluna-azerothcore";
const QUEST_LINE = `DC.Emit.QuestComplete(${THRALL.guid}, { quest_id = ${DAILY.id}, quest_type = "daily" })`;

/** Writes down each event that is published. */
const OBSERVER = `
  Seen = {}
  for _, eventType in pairs(DC.EventType) do
    DC.EventBus:Subscribe(eventType, function(event)
      table.insert(Seen, { type = event.type, player = event.player, data = event.data })
    end, 1000)
  end
`;

/** An event whose data hold at least `data`. */
function event(type: EventTypeName, player: number, data: Readonly<Record<string, unknown>>): unknown {
  return { type, player, data: expect.objectContaining(data) };
}

describe.each(ENGINES)("on %s", (engine) => {
  let game: Game;

  beforeAll(async () => {
    game = await Game.start({ engine, scripts: [{ name: "observer", code: OBSERVER }] });
    for (const player of [ARTHAS, JAINA, THRALL]) await game.realm.join(player);
    game.realm.tick(HANDSHAKE);
    game.realm.world.joinGroup(ARTHAS.name, JAINA.name);
  });

  afterAll(() =>
    game.close(() => {
      expect(game.realm.world.errors).toEqual([]);
      for (const player of [ARTHAS, JAINA, THRALL]) expect(game.realm.client(player.name).errors).toEqual([]);
    }),
  );

  /** The events that `act` publishes. */
  function eventsOf(act: () => void): unknown[] {
    game.lua("Seen = {}");
    act();
    const seen = game.lua("return Seen");
    return Array.isArray(seen) ? seen : [];
  }

  const profile = (column: string, { guid }: { guid: number }): Promise<string> =>
    game.value(`SELECT ${column} FROM dc_player_profile WHERE player_guid = ${guid}`);

  const xp = ({ guid }: { guid: number }): Promise<string> =>
    game.value(
      `SELECT amount FROM dc_player_currencies WHERE player_guid = ${guid} AND currency_id = ${SEASON_XP}`,
    );

  const ledger = ({ guid }: { guid: number }, cause: string): Promise<string[]> =>
    game.column(
      `SELECT CONCAT_WS(' ', kind, subject, subject_id, amount, applied, 'by', source) FROM dc_ledger
       WHERE player_guid = ${guid} AND cause = '${cause}' ORDER BY boot_id, sequence`,
    );

  test("a login is counted in the tables, the ledger and the addon", async () => {
    await game.sees(() => profile("total_logins", ARTHAS), "1");
    await game.sees(() => profile("account_id", ARTHAS), String(ARTHAS.account));
    expect(await ledger(ARTHAS, "PLAYER_LOGIN")).toContain("add total_logins 0 1 1 by activity");
    await game.sees(() => game.addon(ARTHAS.name, "DCIntegration:GetPlayerData().totalLogins"), 1);
    expect(game.addon(ARTHAS.name, "DCIntegration:IsStale()")).toBe(false);
    expect(await game.column("SELECT player_guid FROM dc_session ORDER BY player_guid")).toEqual([
      "1",
      "2",
      "3",
    ]);
  });

  test("a creature is an event, and no boss", () => {
    expect(eventsOf(() => game.realm.world.killCreature(ARTHAS.name, RAT))).toEqual([
      event("CREATURE_KILL", 1, {
        creature_entry: RAT.entry,
        creature_level: RAT.level,
        map_id: ARTHAS.mapId,
        elite: false,
      }),
    ]);
  });

  test("a boss counts for everybody of the group on the map, and for nobody else", async () => {
    const events = eventsOf(() => game.realm.world.killCreature(ARTHAS.name, BOSS));
    const boss = { creature_entry: BOSS.entry, map_id: ARTHAS.mapId, raid_boss: true, heroic: false };
    expect(events).toContainEqual(event("BOSS_KILL", ARTHAS.guid, boss));
    expect(events).toContainEqual(event("BOSS_KILL", JAINA.guid, boss));
    expect(events).not.toContainEqual(expect.objectContaining({ player: THRALL.guid }));
    const gain = `earn  ${SEASON_XP} ${settings.raid_boss_season_xp} ${settings.raid_boss_season_xp} by boss_kill`;
    for (const player of [ARTHAS, JAINA]) {
      await game.sees(() => profile("total_boss_kills", player), "1");
      await game.sees(() => xp(player), String(settings.raid_boss_season_xp));
      expect(await ledger(player, "BOSS_KILL")).toContain(gain);
      await game.sees(() => game.addon(player.name, "DCIntegration:GetPlayerData().totalBossKills"), 1);
      expect(game.addon(player.name, `DCIntegration:GetCurrency(${SEASON_XP})`)).toBe(
        settings.raid_boss_season_xp,
      );
    }
    expect(game.lua("return DC.PlayerProfile:GetStat(3, 'total_boss_kills')")).toBe(0);
  });

  test("a player kill counts for the killer", async () => {
    const events = eventsOf(() => game.realm.world.killPlayer(THRALL.name, ARTHAS.name));
    expect(events).toContainEqual(
      event("PVP_KILL", THRALL.guid, {
        victim_guid: ARTHAS.guid,
        victim_level: ARTHAS.level,
        map_id: ARTHAS.mapId,
      }),
    );
    await game.sees(() => profile("total_pvp_kills", THRALL), "1");
    await game.sees(() => xp(THRALL), String(settings.pvp_season_xp));
    await game.sees(() => game.addon(THRALL.name, "DCIntegration:GetPlayerData().totalPvPKills"), 1);
  });

  test("a new level is an event with both levels", () => {
    const events = eventsOf(() => game.realm.world.levelUp(ARTHAS.name, ARTHAS.level + 1));
    expect(events).toContainEqual(
      event("PLAYER_LEVEL_UP", ARTHAS.guid, { old_level: ARTHAS.level, new_level: ARTHAS.level + 1 }),
    );
  });

  test("a daily quest is worth a daily quest, once it is turned in", async () => {
    game.realm.world.defineQuest(DAILY);
    const before = Number(await xp(THRALL));
    expect(eventsOf(() => game.realm.world.acceptQuest(THRALL.name, DAILY.id))).toEqual([]);
    const events = eventsOf(() => {
      game.realm.world.completeQuest(THRALL.name, DAILY.id);
      if (engine === TELLS_NO_QUESTS) game.lua(QUEST_LINE);
    });
    expect(events).toContainEqual(
      event("QUEST_COMPLETE", THRALL.guid, { quest_id: DAILY.id, quest_type: "daily" }),
    );
    const total = before + settings.quest_season_xp_daily;
    await game.sees(() => xp(THRALL), String(total));
    expect(await ledger(THRALL, "QUEST_COMPLETE")).toEqual([
      `earn  ${SEASON_XP} ${settings.quest_season_xp_daily} ${settings.quest_season_xp_daily} by quest_complete`,
    ]);
    await game.sees(() => game.addon(THRALL.name, `DCIntegration:GetCurrency(${SEASON_XP})`), total);
  });

  test("a reload of the scripts goes on with everybody who is online", async () => {
    game.realm.world.reload();
    game.realm.world.killPlayer(THRALL.name, ARTHAS.name);
    await game.sees(() => profile("total_pvp_kills", THRALL), "2");
    await game.sees(() => game.addon(THRALL.name, "DCIntegration:GetPlayerData().totalPvPKills"), 2);
    expect(await profile("total_logins", THRALL)).toBe("1");
  });

  test("a relog goes on where the player was", async () => {
    let saved: ReadonlyMap<string, string> = new Map();
    const events = eventsOf(() => {
      saved = game.realm.leave(JAINA.name);
    });
    expect(events).toContainEqual(event("PLAYER_LOGOUT", JAINA.guid, {}));
    await game.sees(() => game.column("SELECT player_guid FROM dc_session ORDER BY 1"), ["1", "3"]);
    const client = await game.realm.join(JAINA, { saved });
    expect(game.addon(JAINA.name, "DCIntegration:GetPlayerData().totalBossKills")).toBe(1);
    expect(game.addon(JAINA.name, "DCIntegration:IsStale()")).toBe(true);
    game.realm.tick(HANDSHAKE);
    await game.sees(() => profile("total_logins", JAINA), "2");
    await game.sees(() => game.addon(JAINA.name, "DCIntegration:GetPlayerData().totalLogins"), 2);
    expect(game.addon(JAINA.name, "DCIntegration:IsStale()")).toBe(false);
    expect(client.errors).toEqual([]);
  });
});
