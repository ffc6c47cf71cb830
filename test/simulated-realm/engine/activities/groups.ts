import { pack } from "../lua/packed";
import { push } from "../objects/engine-value";
import type { GroupEntity, PlayerEntity } from "../objects/entity";
import { pushGuid } from "../objects/integer-metatable";
import type { World } from "../world/world";

const MEMBER_ADDED = 1;
const MEMBER_REMOVED = 3;
const DISBANDED = 5;
const CREATED = 6;

function fireMember(this: void, world: World, id: number, group: GroupEntity, member: PlayerEntity): void {
  world.fire("group", id, undefined, (state) => pack(id, push(state, group), pushGuid(state, member.guid)));
}

function create(this: void, world: World, leader: PlayerEntity): GroupEntity {
  const group: GroupEntity = {
    kind: "Group",
    guid: world.guids.group(world.guids.next()),
    raid: false,
    leader,
    members: [leader],
  };
  leader.group = group;
  world.fire("group", CREATED, undefined, (state) =>
    pack(CREATED, push(state, group), pushGuid(state, leader.guid), 0),
  );
  return group;
}

/** Takes `member` into the leader's group, which is made now if there is none. */
export function joinGroup(this: void, world: World, leader: PlayerEntity, member: PlayerEntity): void {
  const group = leader.group ?? create(world, leader);
  group.members.push(member);
  member.group = group;
  fireMember(world, MEMBER_ADDED, group, member);
}

/** Takes a player out of its group. A group of one is disbanded. */
export function leaveGroup(this: void, world: World, player: PlayerEntity): void {
  const group = player.group;
  if (group === undefined) return;
  player.group = undefined;
  group.members = group.members.filter((member) => member !== player);
  world.fire("group", MEMBER_REMOVED, undefined, (state) =>
    pack(MEMBER_REMOVED, push(state, group), pushGuid(state, player.guid), 0),
  );
  const [last] = group.members;
  if (last === undefined || group.members.length > 1) {
    group.leader = last ?? group.leader;
    return;
  }
  last.group = undefined;
  world.fire("group", DISBANDED, undefined, (state) => pack(DISBANDED, push(state, group)));
  group.gone = true;
}
