import { guid } from "../objects/guid-argument";
import { compare } from "../objects/big-integer";
import { push } from "../objects/engine-value";
import type { GroupEntity } from "../objects/entity";
import { pushGuid } from "../objects/integer-metatable";
import type { Method, MethodTable } from "../objects/method";

const PARTY_SIZE = 5;
const RAID_SIZE = 40;

const groupMethods: Record<string, Method<GroupEntity>> = {
  GetGUID: (state, group) => pushGuid(state, group.guid),
  GetMembers: (state, group) => group.members.map((member) => push(state, member)),
  GetMembersCount: (_state, group) => group.members.length,
  GetLeaderGUID: (state, group) => pushGuid(state, group.leader.guid),
  IsLeader: (state, group, who) => compare(group.leader.guid, guid(state, "IsLeader", 1, who)) === 0,
  IsMember: (state, group, who) => {
    const wanted = guid(state, "IsMember", 1, who);
    return group.members.some((member) => compare(member.guid, wanted) === 0);
  },
  IsRaidGroup: (_state, group) => group.raid,
  IsFull: (_state, group) => group.members.length >= (group.raid ? RAID_SIZE : PARTY_SIZE),
};

export const GROUP_METHODS: MethodTable = groupMethods;
