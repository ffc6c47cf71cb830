import { MAXIMUM_SOURCE_LENGTH } from "../../../shared/profile/check-arguments";
import type { Answer } from "../engine/engine";
import { cutToBytes } from "../tables/utf8";

/** Who gave a command. */
export interface Caller {
  readonly rank: number;
  /** Who it was, for the ledger: "gm:Thrall" or "gm:console". */
  readonly source: string;
  /** Low GUID; undefined for the console. */
  readonly guid: number | undefined;
  readonly say: Answer;
}

/** @param player Undefined for the console. */
export function callerOf(player: EnginePlayer | undefined, say: Answer): Caller {
  if (player === undefined) return { rank: math.huge, source: "gm:console", guid: undefined, say };
  const source = cutToBytes(`gm:${player.GetName()}`, MAXIMUM_SOURCE_LENGTH);
  return { rank: player.GetGMRank(), source, guid: player.GetGUIDLow(), say };
}
