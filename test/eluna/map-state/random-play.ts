import type { Place } from "../../simulated-realm/engine/specs";
import { pass, type Realm } from "../support/realm";
import { KEEP, MOST, NORTHREND, TOKENS } from "./split-realm";

/** What every state runs: each answer of true is a line of the log, which outlives reloads. */
export const TELLING_SCRIPT = `
  local profiles = DC.PlayerProfile
  local function tell(word, amount, request)
    print(word .. " " .. string.format("%.0f", amount) .. " " .. (request or ""))
  end
  function spend(amount, request)
    if profiles:SpendCurrency(7, ${TOKENS}, amount, "random", request) then tell("SPENT", amount, request) end
  end
  function earn(amount, request)
    if profiles:AddCurrency(7, ${TOKENS}, amount, "random", request) then tell("EARNED", amount, request) end
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

/** In the world state: from now on the ledger says nothing about names, or everything again. */
const SILENCE = `
  realQuery = realQuery or CharDBQuery
  CharDBQuery = function(sql) if not sql:find("request_id =") then return realQuery(sql) end end
`;
const WAKE = "CharDBQuery = realQuery or CharDBQuery";

/** Seconds. */
const LONGEST_LOADING = 15;

/** What a play is about. */
export interface Stakes {
  readonly name: string;
  /** What Thrall has before. */
  readonly start: number;
  /** 0 for none. */
  readonly weeklyCap: number;
  /** How many of ten payments are incomes. */
  readonly incomes: number;
  /** Amounts that come up now and then, and seldom in a spend, beside tens from 10 to 90. */
  readonly rareAmounts: readonly number[];
}

export const LITTLE: Stakes = { name: "little", start: 0, weeklyCap: 0, incomes: 5, rareAmounts: [] };
const HALF = 4503599627370496;
/** The sums are all within one or two steps of the largest balance, or of what maps may promise in a turn. */
export const NEAR_THE_LARGEST: Stakes = {
  name: "near the largest balance",
  start: MOST - 150,
  weeklyCap: 0,
  incomes: 7,
  rareAmounts: [HALF - 1, HALF, HALF + 40, MOST - 100, MOST],
};
export const UNDER_A_CAP: Stakes = {
  name: "under a weekly cap",
  start: 0,
  weeklyCap: 900,
  incomes: 5,
  rareAmounts: [200],
};

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
  private lastUnlock = 1;

  constructor(
    private readonly realm: Realm,
    private readonly stakes: Stakes,
    seed: number,
  ) {
    this.dice = new Dice(seed);
  }

  step(): void {
    const roll = this.dice.below(27);
    if (roll < 10) this.actOnMap();
    else if (roll < 14) this.act(undefined, this.deed());
    else if (roll < 17) this.turn();
    else if (roll < 20) this.go();
    else if (roll < 21) this.leaveOrReturn();
    else if (roll < 22) this.reload();
    else if (roll < 24) this.hold();
    else if (roll < 25) this.silence();
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
    else this.act(place, this.deed());
  }

  private deed(): string {
    return this.dice.below(6) === 0 ? `grant(${this.unlockId()})` : this.payment();
  }

  /** Every second is the one before, which another state may not have seen yet. */
  private unlockId(): number {
    if (this.dice.below(2) === 0) this.lastUnlock = this.dice.below(30) + 1;
    return this.lastUnlock;
  }

  /** Every fifth has one of six names, and is a repetition of the one that had it before. */
  private payment(): string {
    const word = this.dice.below(10) < this.stakes.incomes ? "earn" : "spend";
    if (this.dice.below(5) === 0) return `${word}(50, "${word}-${this.dice.below(6)}")`;
    return `${word}(${this.amount(word === "earn" ? 6 : 40).toFixed(0)})`;
  }

  /** @param rarity One in so many is a rare one. */
  private amount(rarity: number): number {
    const { rareAmounts } = this.stakes;
    const rare = this.dice.below(rarity) === 0 ? rareAmounts[this.dice.below(rareAmounts.length)] : undefined;
    return rare ?? (this.dice.below(9) + 1) * 10;
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

  private silence(): void {
    this.note("the ledger says nothing to the world state");
    this.realm.world.run(SILENCE);
  }

  private release(): void {
    this.note("release the commands of maps, and the ledger");
    this.realm.world.releaseConsole();
    this.realm.world.run(WAKE);
  }

  private note(step: string): void {
    this.steps.push(step);
  }
}
