import { tellUnloaded } from "./own-addons";
import { type Arrival, lookUp, type Stage, type Step } from "./stage";

export const ARTHAS = { name: "Arthas", guid: 1, account: 11, level: 80, mapId: 533, gmRank: 3 } as const;
export const JAINA = { name: "Jaina", guid: 2, account: 12, level: 80, mapId: 533 } as const;

const SEASON_XP = 1;
const TOKENS = 2;
/** Kel'Thuzad. */
const BOSS = { entry: 15990, level: 83, rank: 3, dungeonBoss: true } as const;

/** Makes the arrivals of a step, with the player's places as their words. */
class Places {
  constructor(
    private readonly stage: Stage,
    private readonly player: { readonly name: string; readonly guid: number },
  ) {}

  table(what: string, expected: string, sql: string): Arrival {
    return { where: "the tables", what, expected, look: () => lookUp(this.stage.database, sql) };
  }

  realm(what: string, expected: string, lua: string): Arrival {
    return { where: "the realm", what, expected, look: () => String(this.stage.realm.world.run(lua)[0]) };
  }

  addon(what: string, expected: string, lua: string): Arrival {
    const look = (): string => String(this.stage.realm.client(this.player.name).run(`return ${lua}`)[0]);
    return { where: `${this.player.name}'s addon`, what, expected, look };
  }

  toast(expected: string): Arrival {
    const look = (): string => this.stage.realm.client(this.player.name).shownTexts().join(" | ");
    return { where: `${this.player.name}'s screen`, what: "notification", expected, look };
  }

  sound(expected: string): Arrival {
    const look = (): string => this.stage.realm.client(this.player.name).sounds.at(-1) ?? "none";
    return { where: `${this.player.name}'s speakers`, what: "sound", expected, look };
  }
}

function login(stage: Stage, at: Places): Step {
  return {
    title: "Login",
    happens: "Arthas and Jaina log in, each with the addon installed",
    act: async () => {
      const client = await stage.realm.join(ARTHAS, { addons: stage.addons });
      tellUnloaded(stage, client);
      await stage.realm.join(JAINA);
    },
    arrivals: [
      at.realm("GetStat(1, 'total_logins')", "1", "return DC.PlayerProfile:GetStat(1, 'total_logins')"),
      at.table("total_logins", "1", "SELECT total_logins FROM dc_player_profile WHERE player_guid = 1"),
      at.addon("totalLogins", "1", "DCIntegration:GetPlayerData().totalLogins"),
      at.addon("IsStale()", "false", "tostring(DCIntegration:IsStale())"),
    ],
  };
}

function bossKill(stage: Stage, at: Places): Step {
  return {
    title: "Boss kill",
    happens: "Arthas kills Kel'Thuzad in Naxxramas, a raid: one boss, 1,000 season experience",
    act: () => stage.realm.world.killCreature(ARTHAS.name, BOSS),
    arrivals: [
      at.realm(
        "GetStat(1, 'total_boss_kills')",
        "1",
        "return DC.PlayerProfile:GetStat(1, 'total_boss_kills')",
      ),
      at.table(
        "total_boss_kills",
        "1",
        "SELECT total_boss_kills FROM dc_player_profile WHERE player_guid = 1",
      ),
      at.table(
        "ledger: who gave the experience",
        "earn 1000 by boss_kill during BOSS_KILL",
        `SELECT CONCAT(kind, ' ', amount, ' by ', source, ' during ', cause) FROM dc_ledger WHERE player_guid = 1 AND subject_id = ${SEASON_XP}`,
      ),
      at.addon("totalBossKills", "1", "DCIntegration:GetPlayerData().totalBossKills"),
      at.addon(`GetCurrency(${SEASON_XP})`, "1000", `DCIntegration:GetCurrency(${SEASON_XP})`),
    ],
  };
}

function unlock(stage: Stage, at: Places): Step {
  const event = "{ type = DC.EventType.PRESTIGE_LEVEL_UP, player = 1, data = { prestige_level = 5 } }";
  return {
    title: "Unlock",
    happens: "another script publishes PRESTIGE_LEVEL_UP with level 5, a milestone: the title Veteran",
    act: () => void stage.realm.world.run(`DC.EventBus:Publish(${event})`),
    arrivals: [
      at.realm(
        "HasUnlock(1, 'title', 1001)",
        "true",
        "return tostring(DC.PlayerProfile:HasUnlock(1, 'title', 1001))",
      ),
      at.table(
        "unlock",
        "title 1001 from prestige",
        "SELECT CONCAT(unlock_type, ' ', unlock_id, ' from ', source_system) FROM dc_player_unlocks WHERE player_guid = 1",
      ),
      at.addon("GetPrestige()", "5", "DCIntegration:GetPrestige()"),
      at.toast("New Unlock! | Veteran | From: prestige"),
      at.sound("QUESTCOMPLETED"),
    ],
  };
}

function outsideEdit(stage: Stage, at: Places): Step {
  return {
    title: "An edit from outside",
    happens:
      "an admin runs UPDATE dc_player_profile SET mythic_rating = 2400 WHERE player_guid = 1 in an SQL client",
    act: async () => {
      await stage.database.query("UPDATE dc_player_profile SET mythic_rating = 2400 WHERE player_guid = 1");
    },
    arrivals: [
      at.realm("GetStat(1, 'mythic_rating')", "2400", "return DC.PlayerProfile:GetStat(1, 'mythic_rating')"),
      at.addon("GetMythicRating()", "2400", "DCIntegration:GetMythicRating()"),
    ],
  };
}

function spend(stage: Stage, at: Places): Step {
  return {
    title: "Spend",
    happens: "a script gives Arthas 500 tokens and sells him something for 75",
    act: () => {
      stage.realm.world.run(`DC.PlayerProfile:AddCurrency(1, ${TOKENS}, 500, "vendor")`);
      stage.realm.world.run(`DC.PlayerProfile:SpendCurrency(1, ${TOKENS}, 75, "item_upgrade")`);
    },
    arrivals: [
      at.realm(`GetCurrency(1, ${TOKENS})`, "425", `return DC.PlayerProfile:GetCurrency(1, ${TOKENS})`),
      at.table(
        "amount, earned, spent",
        "425 500 75",
        `SELECT CONCAT_WS(' ', amount, total_earned, total_spent) FROM dc_player_currencies WHERE player_guid = 1 AND currency_id = ${TOKENS}`,
      ),
      at.addon(`GetCurrency(${TOKENS})`, "425", `DCIntegration:GetCurrency(${TOKENS})`),
    ],
  };
}

/** The way through all parts, in the order in which it is shown. */
export function story(stage: Stage): readonly Step[] {
  const at = new Places(stage, ARTHAS);
  return [login(stage, at), bossKill(stage, at), unlock(stage, at), outsideEdit(stage, at), spend(stage, at)];
}
