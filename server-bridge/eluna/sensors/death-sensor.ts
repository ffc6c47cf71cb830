import { EventType } from "../../../shared/catalog/event-types";
import type { EventBus } from "../../../shared/events/event-bus";
import type { Engine } from "../engine/engine";
import { PLAYER_HOOKS } from "../engine/hooks";
import { now } from "../engine/clock";
import { publishWipe } from "./dungeon-sensor";

/** Both reports of one death come from the same moment, which a second may end. */
const SAME_DEATH_SECONDS = 1;

/**
 * Cores make a player whom the world kills its own killer: hook 6 tells it on AzerothCore and TrinityCore, and Eluna's hook for
 * deaths by the environment tells it once more, right behind.
 */
class SelfKills {
  private guid = 0;
  private at = 0;

  note(guid: number): void {
    this.guid = guid;
    this.at = now();
  }

  /** Whether the death of `guid` has just been told. True once a death. */
  isTold(guid: number): boolean {
    const isTold = this.guid === guid && now() - this.at <= SAME_DEATH_SECONDS;
    this.guid = 0;
    return isTold;
  }
}

/** The killer's entry and low GUID are 0 for the environment; a player's entry is 0. */
function publishDeath(bus: EventBus, victim: EnginePlayer, killer?: EngineUnit): void {
  const data = {
    killer_entry: killer?.GetEntry() ?? 0,
    killer_guid: killer?.GetGUIDLow() ?? 0,
    map_id: victim.GetMapId(),
  };
  bus.Publish({ type: EventType.PLAYER_DEATH, player: victim.GetGUIDLow(), data });
  publishWipe(bus, victim);
}

/** PLAYER_DEATH by a creature, a player or the environment, with DUNGEON_WIPE where it ends a group; PLAYER_RESURRECTION. */
export function startDeathSensor(bus: EventBus, engine: Engine): void {
  const selfKills = new SelfKills();
  RegisterPlayerEvent(
    PLAYER_HOOKS.killedByCreature,
    (_event, killer: EngineCreature, victim: EnginePlayer) => {
      publishDeath(bus, victim, killer);
    },
  );
  RegisterPlayerEvent(PLAYER_HOOKS.killPlayer, (_event, killer: EnginePlayer, victim: EnginePlayer) => {
    const guid = victim.GetGUIDLow();
    const isSelfKill = killer.GetGUIDLow() === guid;
    if (isSelfKill) selfKills.note(guid);
    publishDeath(bus, victim, isSelfKill ? undefined : killer);
  });
  engine.onEnvironmentalDeath((victim) => {
    if (!selfKills.isTold(victim.GetGUIDLow())) publishDeath(bus, victim);
  });
  RegisterPlayerEvent(PLAYER_HOOKS.resurrect, (_event, player: EnginePlayer) => {
    bus.Publish({ type: EventType.PLAYER_RESURRECTION, player: player.GetGUIDLow() });
  });
}
