import { FIELD_INDEX } from "../../../shared/catalog/profile-fields";
import type { SynergyRow } from "../../../shared/synergies/parse-synergy";
import { expectEqual, expectError } from "../expectations";
import { change, DOCUMENT_SYNERGIES, harness, type Harness, synergyRow } from "./document-synergies";

/** Lua's memory in use, in kB; JavaScript has no such function. */
declare const collectgarbage: ((this: void, option: string) => number) | undefined;

/** The document's rows and `count` others, half of which act on the same as the document's first. */
function manyRows(count: number): SynergyRow[] {
  const rows = [...DOCUMENT_SYNERGIES];
  for (let id = 6; id < 6 + count; id++) {
    const target = id % 2 === 0 ? "itemupgrade" : `other${id.toFixed(0)}`;
    rows.push(
      synergyRow(id, "x", ["any", '{"total_logins": {"gte": 1}}'], [target, '{"cost_reduction_percent": 1}']),
    );
  }
  return rows;
}

function ask(made: Harness): number {
  return made.manager.GetBonusMultiplier(1, "itemupgrade", "cost_reduction_percent");
}

describe("SynergyManager remembers a bonus", () => {
  it("and asks for the profile once, however many synergies there are", () => {
    const made = harness(manyRows(500));
    change(made, "prestige_level", 10);
    for (let call = 0; call < 100; call++) expectEqual(ask(made), 1.1);
    expectEqual(made.reads, 1);
  });

  it("and allocates nothing to tell it", () => {
    if (typeof collectgarbage !== "function") return;
    const made = harness(manyRows(500));
    for (let call = 0; call < 1000; call++) ask(made);
    collectgarbage("collect");
    collectgarbage("stop");
    const before = collectgarbage("count");
    for (let call = 0; call < 100000; call++) ask(made);
    const grown = collectgarbage("count") - before;
    collectgarbage("restart");
    // 100 kB would be a byte for each call; LuaJIT takes some for the machine code of the loop.
    if (grown > 100) error(`100,000 calls took ${grown.toFixed(0)} kB`);
  });

  it("until a field that it reads changes", () => {
    const made = harness(DOCUMENT_SYNERGIES);
    expectEqual(ask(made), 1);
    change(made, "total_logins", 5);
    change(made, "highest_key_completed", 20);
    expectEqual(ask(made), 1);
    expectEqual(made.reads, 1);
    change(made, "prestige_level", 10);
    expectEqual(ask(made), 1.1);
    expectEqual(made.reads, 2);
  });

  it("of each player apart", () => {
    const made = harness(DOCUMENT_SYNERGIES);
    const first = made.profiles[1];
    if (first === undefined) error("player 1 has no profile");
    const second: typeof first = [...first];
    second[FIELD_INDEX.prestige_level] = 10;
    made.profiles[2] = second;
    expectEqual(ask(made), 1);
    expectEqual(made.manager.GetBonusMultiplier(2, "itemupgrade", "cost_reduction_percent"), 1.1);
    change(made, "prestige_level", 10);
    expectEqual(ask(made), 1.1);
    expectEqual(made.reads, 3);
  });

  it("until the player is forgotten", () => {
    const made = harness(DOCUMENT_SYNERGIES);
    ask(made);
    made.manager.Forget(1);
    ask(made);
    expectEqual(made.reads, 2);
    made.manager.Forget(99);
  });
});

describe("SynergyManager values of other systems", () => {
  const FISHING = synergyRow(
    1,
    "Angler",
    ["fishing", '{"rank": {"gte": 3}}'],
    ["itemupgrade", '{"cost_reduction_percent": 10}'],
  );

  it("count from their registration on", () => {
    const made = harness([]);
    expectEqual(made.manager.Load([FISHING]), [
      { id: 1, reason: "synergy 1 'Angler': source_condition: 'fishing' has no value 'rank' to ask for" },
    ]);
    expectEqual(ask(made), 1);
    made.manager.RegisterValue("fishing", "rank", (guid) => guid + 2);
    expectEqual(ask(made), 1.1);
  });

  it("are read again after InvalidateValue, and not before", () => {
    const made = harness([FISHING]);
    let rank = 3;
    made.manager.RegisterValue("fishing", "rank", () => rank);
    made.manager.RegisterValue("fishing", "depth", () => 1);
    made.manager.RegisterValue("mining", "rank", () => 1);
    expectEqual(ask(made), 1.1);
    rank = 2;
    made.manager.InvalidateValue(1, "fishing", "depth");
    made.manager.InvalidateValue(1, "mining", "rank");
    made.manager.Invalidate(1, "prestige_level");
    expectEqual(ask(made), 1.1);
    made.manager.InvalidateValue(1, "fishing", "rank");
    expectEqual(ask(made), 1);
  });

  it("must be registered before InvalidateValue: a name that is mistyped would leave the bonus as it was", () => {
    const { manager } = harness([FISHING]);
    manager.RegisterValue("fishing", "rank", () => 3);
    expectError(
      () => manager.InvalidateValue(1, "fishing", "rnak"),
      "nobody has registered 'rnak' of 'fishing'",
    );
  });

  it("may be booleans", () => {
    const made = harness([{ ...FISHING, source_condition: '{"licensed": 1}' }]);
    made.manager.RegisterValue("fishing", "licensed", () => true);
    expectEqual(ask(made), 1.1);
  });

  it("follow the reader that was registered last", () => {
    const made = harness([FISHING]);
    made.manager.RegisterValue("fishing", "rank", () => 3);
    expectEqual(ask(made), 1.1);
    made.manager.RegisterValue("fishing", "rank", () => 2);
    expectEqual(ask(made), 1);
  });

  it("fulfil no condition when the reader fails, which is reported once", () => {
    const made = harness([FISHING]);
    made.manager.RegisterValue("fishing", "rank", () => error("the lake is frozen", 0));
    expectEqual(ask(made), 1);
    made.manager.InvalidateValue(1, "fishing", "rank");
    expectEqual(ask(made), 1);
    expectEqual(made.reports, [
      "SynergyManager: the reader of 'rank' of 'fishing' failed: the lake is frozen",
    ]);
  });

  it("fulfil no condition when the reader fails with what cannot be shown", () => {
    const made = harness([FISHING]);
    const raise = (): never => error("gone");
    const methods: object = { __tostring: raise, toString: raise };
    const gone = setmetatable({}, methods);
    made.manager.RegisterValue("fishing", "rank", () => error(gone as unknown as string));
    expectEqual(ask(made), 1);
    expectEqual(made.reports.length, 1);
  });

  it("fulfil no condition when the reader answers with something else", () => {
    const made = harness([{ ...FISHING, source_condition: '{"rank": {"lte": 3}}' }]);
    made.manager.RegisterValue("fishing", "rank", () => "three" as unknown as number);
    expectEqual(ask(made), 1);
    expectEqual(made.reports.length, 1);
    expectEqual((made.reports[0] ?? "").includes("answered with three, not with a number"), true);
  });

  it("cannot take the place of the profile's", () => {
    const { manager } = harness([]);
    expectError(() => manager.RegisterValue("mythicplus", "key_level", () => 1), "is read from the profile");
    expectError(() => manager.RegisterValue("fishing", "total_logins", () => 1), "is read from the profile");
    expectError(() => manager.RegisterValue("", "rank", () => 1), "the system's name");
    expectError(() => manager.RegisterValue("fishing", "", () => 1), "the value's key");
    expectError(
      () => manager.RegisterValue("fishing", "rank", 3 as unknown as () => number),
      "the reader must be a function",
    );
  });
});
