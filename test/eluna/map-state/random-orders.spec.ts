import { expectEqual } from "../../shared/expectations";
import type { EngineName } from "../../simulated-realm/engine/data/engine-name";
import { execute } from "../support/database";
import type { Realm } from "../support/realm";
import {
  LITTLE,
  NEAR_THE_LARGEST,
  RandomPlay,
  type Stakes,
  TELLING_SCRIPT,
  UNDER_A_CAP,
} from "./random-play";
import { balance, give, linesWith, MOST, profile, SPLIT_ENGINES, splitRealm, TOKENS } from "./split-realm";

const SEEDS = [1, 22, 333, 4444, 55555, 666666, 7777777, 88888888];
const STEPS = 120;

/** What the log says where a promise was not kept to the letter. */
const BROKEN = ["gone already", "had no room", "beyond the weekly cap", "did not get", "refused a change"];

/** Reads the log for what the scripts were answered with true. */
class Answers {
  /** What Thrall must have when all has arrived. */
  left: number;
  /** In this week. */
  earned: number;
  readonly grants: string[] = [];
  private readonly requests: string[] = [];
  private linesRead = 0;

  constructor(
    private readonly realm: Realm,
    private readonly play: RandomPlay,
    private readonly stakes: Stakes,
  ) {
    this.left = stakes.start;
    this.earned = stakes.start;
  }

  /** Raises with everything that was done if more was spent or given than there was or had room, or an unlock granted twice. */
  check(): void {
    const { log } = this.realm;
    for (; this.linesRead < log.length; this.linesRead++) this.read(log[this.linesRead] ?? "");
    const { left, earned, grants } = this;
    const { weeklyCap } = this.stakes;
    const isTwice = grants.some((id, index) => grants.indexOf(id) !== index);
    const isWithinCap = weeklyCap === 0 || earned <= weeklyCap;
    if (left >= 0 && left <= MOST && isWithinCap && !isTwice) return;
    const story = this.play.steps.join("\n  ");
    error(`left ${left.toFixed(0)}, earned ${earned.toFixed(0)}, granted ${grants.join(" ")}:\n  ${story}`);
  }

  /** A payment of the same name is answered with true and counts once. */
  private read(line: string): void {
    const [word, digits, request = ""] = string.match(line, "^(%u+) (%d+) ?(%S*)$");
    const amount = tonumber(digits) ?? 0;
    if (word === "GRANTED") this.grants.push(digits ?? "");
    else if (request === "" || !this.requests.includes(request)) this.count(word, amount);
    if (request !== "") this.requests.push(request);
  }

  private count(word: string | undefined, amount: number): void {
    if (word === "SPENT") this.left -= amount;
    if (word !== "EARNED") return;
    this.left += amount;
    this.earned += amount;
  }
}

function start(engine: EngineName, { start: amount, weeklyCap }: Stakes): Realm {
  if (weeklyCap > 0) {
    const values = `${TOKENS}, 'Token', ${weeklyCap}`;
    execute(`INSERT INTO dc_currency_definitions (currency_id, name, weekly_cap) VALUES (${values})`);
  }
  const realm = splitRealm(engine, [{ name: "telling.lua", code: TELLING_SCRIPT }]);
  if (amount > 0) give(realm, amount);
  return realm;
}

function playOnce(engine: EngineName, stakes: Stakes, seed: number): void {
  const realm = start(engine, stakes);
  const play = new RandomPlay(realm, stakes, seed);
  const answers = new Answers(realm, play, stakes);
  for (let step = 0; step < STEPS; step++) {
    play.step();
    answers.check();
  }
  const place = play.settle();
  answers.check();
  const { left, earned } = answers;
  const granted = answers.grants.map((id) => Number(id)).sort((a, b) => a - b);
  const perks = 'GetUnlocks(7, "perk")';
  expectEqual([balance(realm), profile(realm, perks)], [left, [granted]]);
  expectEqual([balance(realm, place), profile(realm, perks, place)], [left, [granted]]);
  const week = stakes.weeklyCap === 0 ? [0, undefined] : [earned, stakes.weeklyCap];
  expectEqual(profile(realm, `GetWeeklyEarned(7, ${TOKENS})`, place), week);
  for (const words of BROKEN) expectEqual(linesWith(realm, words), []);
}

after_each(() => execute(`DELETE FROM dc_currency_definitions WHERE currency_id = ${TOKENS}`));

for (const engine of SPLIT_ENGINES) {
  for (const stakes of [LITTLE, NEAR_THE_LARGEST, UNDER_A_CAP]) {
    describe(`two maps and the world in random orders on ${engine}, ${stakes.name},`, () => {
      for (const seed of SEEDS) {
        it(`keep what they have answered with true, and agree in the end (seed ${seed.toFixed(0)})`, () => {
          playOnce(engine, stakes, seed);
        });
      }
    });
  }
}
