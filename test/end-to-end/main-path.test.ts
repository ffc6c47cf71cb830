import { afterAll, beforeAll, describe, expect, test } from "vitest";
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

/** Writes down each event that is published: type, player, and the data in order of their names. */
const OBSERVER = `
  Seen = {}
  for _, eventType in pairs(DC.EventType) do
    DC.EventBus:Subscribe(eventType, function(event)
      local data = {}
      for name, value in pairs(event.data) do table.insert(data, name .. "=" .. tostring(value)) end
      table.sort(data)
      table.insert(Seen, event.type .. " of " .. event.player .. ": " .. table.concat(data, " "))
    end, 1000)
  end
`;

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
  function eventsOf(act: () => void): string[] {
    game.lua("Seen = {}");
    act();
    const seen = game.lua("return Seen");
    return Array.isArray(seen) ? seen.map(String) : [];
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
    expect(await ledger(ARTHAS, "PLAYER_LOGIN")).toContain("add total_logins 0 1 1 by script");
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
      "CREATURE_KILL of 1: creature_entry=4075 creature_level=1 elite=false map_id=533",
    ]);
  });

  test("a boss counts for everybody of the group on the map, and for nobody else", async () => {
    const events = eventsOf(() => game.realm.world.killCreature(ARTHAS.name, BOSS));
    const boss = "creature_entry=15990 heroic=false map_id=533 raid_boss=true";
    expect(events).toContain(`BOSS_KILL of 1: ${boss}`);
    expect(events).toContain(`BOSS_KILL of 2: ${boss}`);
    expect(events.join()).not.toContain("of 3");
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
    expect(events).toContain(`PVP_KILL of 3: map_id=533 victim_guid=1 victim_level=${ARTHAS.level}`);
    await game.sees(() => profile("total_pvp_kills", THRALL), "1");
    await game.sees(() => xp(THRALL), String(settings.pvp_season_xp));
    await game.sees(() => game.addon(THRALL.name, "DCIntegration:GetPlayerData().totalPvPKills"), 1);
  });

  test("a new level is an event with both levels", () => {
    const events = eventsOf(() => game.realm.world.levelUp(ARTHAS.name, 80));
    expect(events).toContain("PLAYER_LEVEL_UP of 1: new_level=80 old_level=79");
  });

  test("a daily quest is worth a daily quest, once it is turned in", async () => {
    game.realm.world.defineQuest(DAILY);
    const before = Number(await xp(THRALL));
    expect(eventsOf(() => game.realm.world.acceptQuest(THRALL.name, DAILY.id))).toEqual([]);
    const events = eventsOf(() => game.realm.world.completeQuest(THRALL.name, DAILY.id));
    expect(events).toContain(`QUEST_COMPLETE of 3: quest_id=${DAILY.id} quest_type=daily`);
    const total = before + settings.quest_season_xp_daily;
    await game.sees(() => xp(THRALL), String(total));
    expect(await ledger(THRALL, "QUEST_COMPLETE")).toEqual([
      `earn  ${SEASON_XP} ${settings.quest_season_xp_daily} ${settings.quest_season_xp_daily} by quest_complete`,
    ]);
    await game.sees(() => game.addon(THRALL.name, `DCIntegration:GetCurrency(${SEASON_XP})`), total);
  });

  test("a relog goes on where the player was", async () => {
    let saved: ReadonlyMap<string, string> = new Map();
    const events = eventsOf(() => {
      saved = game.realm.leave(JAINA.name);
    });
    expect(events).toContain("PLAYER_LOGOUT of 2: ");
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
