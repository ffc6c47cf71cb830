import { PLAYER_HOOKS } from "../engine/hooks";
import type { Characters } from "../players/characters";

/** Tells of characters that come and go. No event: nobody plays them. */
export function startCharacterSensor(characters: Characters): void {
  RegisterPlayerEvent(PLAYER_HOOKS.characterCreate, (_event, player: EnginePlayer) => {
    characters.created(player.GetGUIDLow());
  });
  RegisterPlayerEvent(PLAYER_HOOKS.characterDelete, (_event, guid: number) => {
    characters.deleted(guid);
  });
}
