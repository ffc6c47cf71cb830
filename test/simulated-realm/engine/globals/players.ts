import { text, uint32 } from "../objects/arguments";
import { compare } from "../objects/big-integer";
import { push } from "../objects/engine-value";
import { guid } from "../objects/guid-argument";
import { pushGuid } from "../objects/integer-metatable";
import type { GlobalTable } from "../objects/method";

/** How scripts find players and maps. */
export const PLAYER_FUNCTIONS: GlobalTable = {
  GetPlayersInWorld: (state) =>
    state.world.players.filter((player) => player.inWorld).map((player) => push(state, player)),
  GetPlayersOnMap: (state) => (state.map?.players ?? []).map((player) => push(state, player)),
  GetPlayerCount: (state) => state.world.players.length,
  GetPlayerByName: (state, name) => push(state, state.world.player(text("GetPlayerByName", 1, name))),
  GetPlayerByGUID: (state, who) => {
    const wanted = guid(state, "GetPlayerByGUID", 1, who);
    return push(
      state,
      state.world.players.find((player) => player.inWorld && compare(player.guid, wanted) === 0),
    );
  },
  GetPlayerGUID: (state, low) => pushGuid(state, state.world.guids.player(uint32("GetPlayerGUID", 1, low))),
  GetGUIDLow: (state, who) => guid(state, "GetGUIDLow", 1, who).low,
  GetMapById: (state, id, instanceId) =>
    push(state, state.world.maps.find(uint32("GetMapById", 1, id), uint32("GetMapById", 2, instanceId, 0))),
};
