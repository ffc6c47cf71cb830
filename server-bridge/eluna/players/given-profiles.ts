import type { ProfileValues } from "../../../shared/catalog/profile-fields";
import type { PlayerRecord } from "./player-record";
import { type PlayerProfile, toProfile } from "./profile-view";

/** What a script was told in a copy of a profile. */
interface Given {
  readonly guid: number;
  readonly values: ProfileValues;
  /** Whether the values came from the tables. */
  readonly loaded: boolean;
}

/**
 * The copies that scripts hold, with the values that they were given, so that a copy that is saved changes what its script has
 * changed and takes back nothing that happened meanwhile.
 */
export class GivenProfiles {
  /** Keys are weak: a copy that its script has dropped is forgotten. */
  private readonly given = setmetatable(new LuaTable<PlayerProfile, Given>(), { __mode: "k" });

  /** A copy for a script. */
  give(record: PlayerRecord): PlayerProfile {
    const profile = toProfile(record);
    this.given.set(profile, { guid: record.guid, values: [...record.state.fields], loaded: record.loaded });
    return profile;
  }

  /** The copy has been saved: from now on it is compared with `values`, which it holds. */
  saved(profile: PlayerProfile, values: ProfileValues): void {
    this.given.set(profile, { guid: profile.guid, values, loaded: true });
  }

  /**
   * What `profile` has to be compared with: what its script was given, or what the player has now if the script has made it itself.
   * Undefined where neither was read from the tables: nobody can tell what the script has changed.
   */
  baseOf(profile: PlayerProfile, { guid, state, loaded }: PlayerRecord): ProfileValues | undefined {
    const given = this.given.get(profile) as Given | undefined;
    if (given?.loaded === false) return undefined;
    if (given?.guid === guid) return given.values;
    return loaded ? state.fields : undefined;
  }
}
