import { lookUp, type Stage } from "./stage";
import { ARTHAS } from "./story";
import { tellBeside } from "./tell";

/** Milliseconds between two kills. */
const PAUSE = 5000;

async function tellPlayer({ realm, database }: Stage): Promise<void> {
  const kills = "SELECT total_boss_kills FROM dc_player_profile WHERE player_guid = 1";
  const rating = String(realm.client(ARTHAS.name).run("return DCIntegration:GetMythicRating()")[0]);
  const inAddon = String(
    realm.client(ARTHAS.name).run("return DCIntegration:GetPlayerData().totalBossKills")[0],
  );
  console.log(
    `Arthas: total_boss_kills ${await lookUp(database, kills)} in the tables, ${inAddon} in his addon; rating ${rating} in his addon`,
  );
}

/** Goes on until Ctrl+C: a boss kill every few seconds, and whatever somebody changes in the tables meanwhile. */
export async function playOn(stage: Stage, url: string): Promise<void> {
  console.log(`\nThe realm plays on. Change something at ${url} and watch it arrive, for example:`);
  console.log("   UPDATE dc_player_profile SET mythic_rating = mythic_rating + 100 WHERE player_guid = 1;");
  console.log("Ctrl+C ends it and leaves nothing behind.\n");
  const { stop } = stage;
  while (!stop.aborted) {
    await stage.realm.until(() => stop.aborted, PAUSE);
    if (stop.aborted) return;
    stage.realm.world.killCreature(ARTHAS.name, { entry: 15990, level: 83, rank: 3, dungeonBoss: true });
    await stage.realm.until(() => false, 1000);
    await tellPlayer(stage);
    await tellBeside(stage);
  }
}
