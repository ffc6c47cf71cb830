import * as fights from "./activities/fights";
import { joinGroup, leaveGroup } from "./activities/groups";
import { addItem, lootItem } from "./activities/items";
import { achieve, learnSpell } from "./activities/learning";
import { setLevel } from "./activities/level";
import { changeMoney, lootMoney } from "./activities/money";
import * as permissions from "./activities/permissions";
import * as quests from "./activities/quests";
import { castSpell } from "./activities/spells";
import { unpack, pack } from "./lua/packed";
import { loadChunk } from "./lua/load-chunk";
import { createCharacter, deleteCharacter } from "./players/characters";
import * as sessions from "./players/sessions";
import { leaveMap } from "./players/travel";
import type { CreatureSpec, ItemSpec, Place, PlayerSpec, QuestSpec, Script } from "./specs";
import { receive } from "./world/addon-messages";
import { runCommand } from "./world/commands";
import * as life from "./world/life";
import type { WorldOptions } from "./world/options";
import { reloadIfRequested, requestReload } from "./world/reload";
import { tick } from "./world/update";
import { World } from "./world/world";

/**
 * What a test does to a world. Players are named; a name that is not online raises. After a fatal mistake of a script
 * every call raises the reason, `world frozen by: ...`.
 */
export class Double {
  readonly world: World;

  constructor(options: WorldOptions, scripts: readonly Script[]) {
    this.world = new World(options, scripts);
  }

  start(): void {
    life.start(this.world);
  }

  tick(milliseconds: number): void {
    tick(this.world, milliseconds);
  }

  shutdown(): void {
    life.shutdown(this.world);
  }

  crash(): void {
    life.crash(this.world);
  }

  /** Reloads now, with other scripts if they are given. On TrinityCore a pending query delays it to a later tick. */
  reload(scripts?: readonly Script[]): void {
    this.world.checkRunning();
    if (scripts !== undefined) this.world.scripts = scripts;
    requestReload(this.world);
    for (const state of this.world.states.all()) reloadIfRequested(this.world, state);
  }

  /** What ended the world, or nil while it runs. */
  stoppedBy(): string | undefined {
    return this.world.stoppedBy();
  }

  /** Runs `code` as a script of the world state would, or of a map's; its values. An error is raised. */
  run(code: string, place?: Place): LuaMultiReturn<unknown[]> {
    this.world.checkRunning();
    const { states, maps } = this.world;
    const state = place === undefined ? states.world : states.ofMap(maps.at(place));
    const [chunk, problem] = loadChunk(code, "=run", state.environment);
    if (chunk === undefined) error(problem ?? "syntax error", 0);
    let results = pack();
    let [succeeded, failure]: [boolean, unknown?] = [true];
    // Protected, so that the call ends in order for code that raises, too: objects die with it.
    state.inCall(() => {
      [succeeded, failure] = pcall(() => {
        results = pack(...chunk());
      });
    });
    if (!succeeded) error(tostring(failure), 0);
    return unpack(results);
  }

  createCharacter(spec: PlayerSpec): void {
    createCharacter(this.world, spec);
  }

  /** Of a player who has logged out. */
  deleteCharacter(name: string): void {
    deleteCharacter(this.world, name);
  }

  login(spec: PlayerSpec): void {
    sessions.login(this.world, spec);
  }

  logout(name: string): void {
    sessions.logout(this.world, this.world.playerOrFail(name));
  }

  loseConnection(name: string): void {
    sessions.loseConnection(this.world, this.world.playerOrFail(name));
  }

  /** A client sends an addon message; nil for a string without a tab. */
  receive(player: string, prefix: string, text: string | undefined): void {
    receive(this.world, { player, prefix, text });
  }

  /** Whether a handler took the command. Without a name it comes from the console. */
  command(name: string | undefined, text: string): boolean {
    return runCommand(this.world, name === undefined ? undefined : this.world.playerOrFail(name), text);
  }

  /** @param loading Milliseconds that the client shows its loading screen, and at least until the next tick. */
  travel(name: string, place: Place, loading?: number): void {
    leaveMap(this.world, this.world.playerOrFail(name), place, loading);
  }

  killCreature(name: string, spec: CreatureSpec): void {
    fights.killCreature(this.world, this.world.playerOrFail(name), spec);
  }

  killPlayer(killer: string, victim: string): void {
    fights.killPlayer(this.world, this.world.playerOrFail(killer), this.world.playerOrFail(victim));
  }

  dieByCreature(name: string, spec: CreatureSpec): void {
    fights.dieByCreature(this.world, this.world.playerOrFail(name), spec);
  }

  dieByEnvironment(name: string, damageType: number): void {
    fights.dieByEnvironment(this.world, this.world.playerOrFail(name), damageType);
  }

  /** Fights a creature: combat begins and damage is done. The amount that was dealt. */
  attack(name: string, spec: CreatureSpec, damage: number): number {
    const player = this.world.playerOrFail(name);
    const target = fights.spawn(this.world, player, spec);
    if (!player.inCombat) fights.enterCombat(this.world, player, target);
    return fights.dealDamage(this.world, player, target, damage);
  }

  heal(name: string, target: string, amount: number): number {
    return fights.heal(this.world, this.world.playerOrFail(name), this.world.playerOrFail(target), amount);
  }

  leaveCombat(name: string): void {
    fights.leaveCombat(this.world, this.world.playerOrFail(name));
  }

  releaseGhost(name: string): void {
    permissions.releaseGhost(this.world, this.world.playerOrFail(name));
  }

  resurrect(name: string): boolean {
    return permissions.resurrect(this.world, this.world.playerOrFail(name));
  }

  mayTrade(name: string, target: string): boolean {
    return permissions.mayTrade(this.world, this.world.playerOrFail(name), this.world.playerOrFail(target));
  }

  mayInvite(name: string, invited: string): boolean {
    return permissions.mayInvite(this.world, this.world.playerOrFail(name), invited);
  }

  joinGroup(leader: string, member: string): void {
    joinGroup(this.world, this.world.playerOrFail(leader), this.world.playerOrFail(member));
  }

  leaveGroup(name: string): void {
    leaveGroup(this.world, this.world.playerOrFail(name));
  }

  levelUp(name: string, level: number): void {
    setLevel(this.world, this.world.playerOrFail(name), level);
  }

  defineQuest(spec: QuestSpec): void {
    quests.defineQuest(this.world, spec);
  }

  acceptQuest(name: string, quest: number): void {
    quests.acceptQuest(this.world, this.world.playerOrFail(name), quest);
  }

  /** Reaches the quest's aims and turns it in. */
  completeQuest(name: string, quest: number): void {
    const player = this.world.playerOrFail(name);
    quests.completeQuest(this.world, player, quest);
    quests.rewardQuest(this.world, player, quest);
  }

  abandonQuest(name: string, quest: number): void {
    quests.abandonQuest(this.world, this.world.playerOrFail(name), quest);
  }

  addItem(name: string, spec: ItemSpec): void {
    addItem(this.world, this.world.playerOrFail(name), spec);
  }

  /** Loots an item from a fresh corpse of creature `from`. */
  lootItem(name: string, spec: ItemSpec, from: number): void {
    const player = this.world.playerOrFail(name);
    const corpse = fights.spawn(this.world, player, { entry: from });
    lootItem(this.world, player, spec, corpse.guid);
  }

  lootMoney(name: string, copper: number): void {
    lootMoney(this.world, this.world.playerOrFail(name), copper);
  }

  changeMoney(name: string, copper: number): void {
    changeMoney(this.world, this.world.playerOrFail(name), copper);
  }

  learnSpell(name: string, spell: number): void {
    learnSpell(this.world, this.world.playerOrFail(name), spell);
  }

  /** A creature on the map of `near` casts a spell. */
  castSpell(near: string, caster: CreatureSpec, spell: number): void {
    castSpell(this.world, fights.spawn(this.world, this.world.playerOrFail(near), caster), spell);
  }

  achieve(name: string, achievement: number): void {
    achieve(this.world, this.world.playerOrFail(name), achievement);
  }

  holdWriter(): void {
    this.world.database.hold();
  }

  releaseWriter(): void {
    this.world.database.release();
  }

  /** What scripts queue by `RunCommand` waits, longer than in any core, until it is released. */
  holdConsole(): void {
    this.world.consoleHeld = true;
  }

  releaseConsole(): void {
    this.world.consoleHeld = false;
  }

  loseNextExecute(): void {
    this.world.database.loseNext();
  }

  swapLastTwoExecutes(): void {
    this.world.database.swapLastTwo();
  }

  databaseWriterDead(): boolean {
    return this.world.database.isWriterDead();
  }

  queuedExecutes(): number {
    return this.world.database.queueLength();
  }
}
