import { nearestName } from "../../../shared/language/nearest-name";
import { expectEqual } from "../expectations";

const NAMES = ["OnDailyReset", "OnWeeklyReset", "Shutdown"];

describe("the nearest name", () => {
  it("is one with a letter more, less or another, or with two of them changed about", () => {
    expectEqual(nearestName("OnDailyRest", NAMES), "OnDailyReset");
    expectEqual(nearestName("OnDailyResets", NAMES), "OnDailyReset");
    expectEqual(nearestName("OnWeaklyReset", NAMES), "OnWeeklyReset");
    expectEqual(nearestName("OnDialyReset", NAMES), "OnDailyReset");
  });

  it("is found whatever the case", () => {
    expectEqual(nearestName("shutDown", NAMES), "Shutdown");
    expectEqual(nearestName("ONDAILYRESET", NAMES), "OnDailyReset");
  });

  it("is the nearest of several, and the first of those that are equally near", () => {
    expectEqual(nearestName("carts", ["parks", "cart"]), "cart");
    expectEqual(nearestName("cat", ["cart", "cut", "cats"]), "cart");
  });

  it("is none where more than two letters differ", () => {
    expectEqual(nearestName("OnReset", NAMES), undefined);
    expectEqual(nearestName("", NAMES), undefined);
    expectEqual(nearestName("Shutdown and away", NAMES), undefined);
    expectEqual(nearestName("anything", []), undefined);
  });
});
