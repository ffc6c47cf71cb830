import { expectEqual } from "../../shared/expectations";
import { pass } from "../support/realm";
import { playing, run } from "./playing";

/** How long ago an event was that is published now, by its own time, in seconds. */
const AGE_OF_AN_EVENT = `
  DC.EventBus:Publish({ type = "CUSTOM_EVENT", player = 7 })
  return os.time() - DC.EventBus:GetRecentEvents("CUSTOM_EVENT", 1)[1].timestamp`;

describe("the time of an event", () => {
  it("is that of its turn of the world", () => {
    const realm = playing();
    expectEqual(run(realm, AGE_OF_AN_EVENT), [0]);
    pass(realm, 5000);
    expectEqual(run(realm, AGE_OF_AN_EVENT), [0]);
  });
});
