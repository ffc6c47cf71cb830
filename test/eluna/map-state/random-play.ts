import type { Place } from "../../simulated-realm/engine/specs";
import { pass, type Realm } from "../support/realm";
import { KEEP, NORTHREND, TOKENS } from "./split-realm";

/** What every state runs: each answer of true is a line of the log, which outlives reloads. */
export const TELLING_SCRIPT = `
  local profiles = DC.PlayerProfile
  function spend(amount)
    if profiles:SpendCurrency(7, ${TOKENS}, amount, "random") then print("SPENT " .. amount) end
  end
  function earn(amount, request)
    if profiles:AddCurrency(7, ${TOKENS}, amount, "random", request) then
      print("EARNED " .. amount .. " " .. (request or ""))
    end
  end
  function grant(id)
    if profiles:GrantUnlock(7, "perk", id, "random") then print("GRANTED " .. id) end
  end
  if GetStateMapId() ~= -1 then
    function onlyIfKnown(action) if profiles:IsKnown(7) then action() end end
    RegisterPlayerEvent(28, function() onlyIfKnown(function() spend(40) grant(1) end) end)
    RegisterPlayerEvent(25, function() onlyIfKnown(function() spend(30) end) end)
  end
`;

/** Seconds. */
const LONGEST_LOADING = 15;

/** Whole numbers that are the same for a seed on every Lua (Lehmer, 16807 modulo 2^31 - 1). */
class Dice {
  constructor(private seed: number) {}

  /** From 0 to below `bound`. */
  below(bound: number): number {
    this.seed = (this.seed * 16807) % 2147483647;
    return Math.floor((this.seed / 2147483647) * bound);
  }
}

/** Plays Thrall at random: on two maps, behind loading screens, away. */
export class RandomPlay {
  /** What was done so far, for the report of a failure. */
  readonly steps: string[] = [];
  private readonly dice: Dice;

  constructor(
    private readonly realm: Realm,
    seed: number,
  ) {
    this.dice = new Dice(seed);
  }

  step(): void {
    const roll = this.dice.below(24);
    if (roll < 10) this.actOnMap();
    else if (roll < 13) this.act(undefined, this.payment());
    else if (roll < 16) this.turn();
    else if (roll < 19) this.go();
    else if (roll < 20) this.leaveOrReturn();
    else if (roll < 21) this.reload();
    else if (roll < 23) this.hold();
    else this.release();
  }

  /** Everything that is under way arrives, and Thrall is on a map, which is given. */
  settle(): Place {
    this.release();
    if (this.player() === undefined) this.login();
    for (let second = 0; second < LONGEST_LOADING; second++) this.realm.world.tick(1000);
    pass(this.realm, 200);
    return this.place() ?? error("Thrall is on no map");
  }

  private player() {
    return this.realm.world.world.player("Thrall");
  }

  private place(): Place | undefined {
    const player = this.player();
    if (player?.inWorld !== true) return undefined;
    return { mapId: player.map.id, instanceId: player.map.instanceId };
  }

  private actOnMap(): void {
    const place = this.place();
    if (place === undefined) this.turn();
    else this.act(place, this.dice.below(8) === 0 ? `grant(${this.dice.below(4) + 1})` : this.payment());
  }

  /** Every fifth income has one of six names, and is a repetition of the one that had it before. */
  private payment(): string {
    const amount = (this.dice.below(9) + 1) * 10;
    if (this.dice.below(2) === 0) return `spend(${amount})`;
    return this.dice.below(5) === 0 ? `earn(50, "request-${this.dice.below(6)}")` : `earn(${amount})`;
  }

  private act(place: Place | undefined, call: string): void {
    this.note(place === undefined ? `world: ${call}` : `map ${place.mapId}: ${call}`);
    this.realm.world.run(place === undefined ? call : `onlyIfKnown(function() ${call} end)`, place);
  }

  private turn(): void {
    const milliseconds = [50, 50, 50, 1000, 12000][this.dice.below(5)] ?? 50;
    this.note(`a turn of ${milliseconds} ms`);
    this.realm.world.tick(milliseconds);
  }

  private go(): void {
    const place = this.place();
    if (place === undefined) return;
    const loading = this.dice.below(LONGEST_LOADING) * 1000;
    this.note(`to the other map, loading ${loading} ms`);
    this.realm.world.travel("Thrall", place.mapId === KEEP.mapId ? NORTHREND : KEEP, loading);
  }

  private leaveOrReturn(): void {
    this.note("logout or login");
    if (this.player() === undefined) this.login();
    else this.realm.world.logout("Thrall");
  }

  private login(): void {
    this.realm.world.login({ name: "Thrall", guid: 7, account: 3, ...KEEP });
  }

  /** The world's script ends behind the console's commands, so that none of them is on its way then. */
  private reload(): void {
    const target = ["", " -1", ` ${KEEP.mapId}`, ` ${NORTHREND.mapId}`][this.dice.below(4)] ?? "";
    this.release();
    this.note(`reload${target}`);
    this.realm.world.command(undefined, `reload eluna${target}`);
    this.realm.world.tick(50);
  }

  private hold(): void {
    this.note("hold the commands of maps");
    this.realm.world.holdConsole();
  }

  private release(): void {
    this.note("release the commands of maps");
    this.realm.world.releaseConsole();
  }

  private note(step: string): void {
    this.steps.push(step);
  }
}
