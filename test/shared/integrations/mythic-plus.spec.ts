import { EventType } from "../../../shared/catalog/event-types";
import { expectEqual } from "../expectations";
import { harness, type Harness, PLAYER } from "./harness";

/** What a run without season experience and tokens is asked for: its rating. */
function ratingOf({ context, asked }: Harness, rating_gained: number): string | undefined {
  const data = { rating_gained };
  context.bus.Publish({ type: EventType.MYTHIC_RUN_COMPLETE, player: PLAYER, data });
  return asked[0];
}

describe("The rating of a Mythic+ run", () => {
  it("counts the player's bonus to it, in whole numbers", () => {
    for (const [gained, bonus, counted] of [
      [100, 1.05, 105],
      [25, 1.05, 26],
      [20, 1.15, 23],
      [25, 0, 0],
    ] as const) {
      const made = harness();
      made.bonuses["mythicplus rating_bonus_percent"] = bonus;
      expectEqual(ratingOf(made, gained), `mythic_rating +${counted.toFixed(0)}`);
    }
  });

  it("is as the event has it without such a bonus", () => {
    const made = harness();
    made.bonuses["mythicplus xp_bonus_percent"] = 2;
    made.bonuses["seasons rating_bonus_percent"] = 2;
    expectEqual(ratingOf(made, 25), "mythic_rating +25");
  });

  it("is as the event has it where the setting says that the server's own script counts the bonus", () => {
    const made = harness();
    made.bonuses["mythicplus rating_bonus_percent"] = 1.05;
    made.context.settings.mythic_rating_bonus = 0;
    expectEqual(ratingOf(made, 100), "mythic_rating +100");
  });
});
