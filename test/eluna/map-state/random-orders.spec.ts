import { expectEqual } from "../../shared/expectations";
import type { EngineName } from "../../simulated-realm/engine/data/engine-name";
import type { Realm } from "../support/realm";
import { RandomPlay, TELLING_SCRIPT } from "./random-play";
import { balance, linesWith, profile, SPLIT_ENGINES, splitRealm } from "./split-realm";

const SEEDS = [1, 22, 333, 4444, 55555, 666666, 7777777, 88888888];
const STEPS = 120;

/** Reads the log for what the scripts were answered with true. */
class Answers {
  earned = 0;
  spent = 0;
  readonly grants: string[] = [];
  private readonly requests: string[] = [];
  private linesRead = 0;

  constructor(
    private readonly realm: Realm,
    private readonly play: RandomPlay,
  ) {}

  /** Raises with everything that was done if more was spent than there was, or an unlock granted twice. */
  check(): void {
    const { log } = this.realm;
    for (; this.linesRead < log.length; this.linesRead++) this.read(log[this.linesRead] ?? "");
    const { earned, spent, grants } = this;
    const isTwice = grants.some((id, index) => grants.indexOf(id) !== index);
    if (spent <= earned && !isTwice) return;
    const story = this.play.steps.join("\n  ");
    error(`earned ${earned}, spent ${spent}, granted ${grants.join(" ")}:\n  ${story}`);
  }

  /** An income of the same name is answered with true and counts once. */
  private read(line: string): void {
    const [word, number, request = ""] = string.match(line, "^(%u+) (%d+) ?(%S*)$");
    const isRepeated = word === "EARNED" && request !== "" && this.requests.includes(request);
    if (word === "EARNED" && !isRepeated) this.earned += tonumber(number) ?? 0;
    if (word === "EARNED") this.requests.push(request);
    if (word === "SPENT") this.spent += tonumber(number) ?? 0;
    if (word === "GRANTED") this.grants.push(number ?? "");
  }
}

function playOnce(engine: EngineName, seed: number): void {
  const realm = splitRealm(engine, [{ name: "telling.lua", code: TELLING_SCRIPT }]);
  const play = new RandomPlay(realm, seed);
  const answers = new Answers(realm, play);
  for (let step = 0; step < STEPS; step++) {
    play.step();
    answers.check();
  }
  const place = play.settle();
  answers.check();
  const left = answers.earned - answers.spent;
  const granted = answers.grants.map((id) => Number(id)).sort((a, b) => a - b);
  const perks = 'GetUnlocks(7, "perk")';
  expectEqual([balance(realm), profile(realm, perks)], [left, [granted]]);
  expectEqual([balance(realm, place), profile(realm, perks, place)], [left, [granted]]);
  expectEqual(linesWith(realm, "gone already"), []);
}

for (const engine of SPLIT_ENGINES) {
  describe(`two maps and the world in random orders on ${engine}`, () => {
    for (const seed of SEEDS) {
      it(`spend no more than was earned, grant nothing twice, and agree in the end (seed ${seed.toFixed(0)})`, () => {
        playOnce(engine, seed);
      });
    }
  });
}
