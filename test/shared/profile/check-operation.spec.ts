import { checkChange } from "../../../shared/profile/check-operation";
import {
  findOperationKind,
  findRequestKind,
  OPERATION_KINDS,
  type OperationKind,
  storedSubject,
} from "../../../shared/profile/operation";
import { expectEqual } from "../expectations";

/** Where all are that there are. */
const STATS = "; stats are the columns of dc_player_profile";
const UNLOCKS = "; types are title, mount, pet, transmog, cosmetic, ability, perk";

function complaint(kind: OperationKind, subject: string, subjectId: number, amount: number): unknown {
  return checkChange(kind, { subject, subjectId, amount });
}

describe("what a kind of operation must be", () => {
  it("is a stat for add and set, with any whole change, or a value that its column can hold", () => {
    expectEqual(complaint("add", "prestige_level", 0, -300), undefined);
    expectEqual(complaint("add", "prestige_level", 0, 0.5), "amount must be a whole number");
    expectEqual(complaint("add", "title", 1, 1), `there is no stat 'title'${STATS}`);
    expectEqual(complaint("set", "prestigeLevel", 0, 255), undefined);
    expectEqual(complaint("set", "prestige_level", 0, 256), "value must be from 0 to 255");
    expectEqual(complaint("set", "title", 1, 256), `there is no stat 'title'${STATS}`);
  });

  it("is a currency and more than nothing for earn and spend", () => {
    for (const kind of ["earn", "spend"] as const) {
      expectEqual(complaint(kind, "", 1, 1), undefined);
      expectEqual(complaint(kind, "", 0, 0), "currencyId must be from 1 to 4294967295");
      expectEqual(complaint(kind, "", 1, 0), "amount must be from 1 to 9007199254740991");
    }
  });

  it("is an unlock's type and id for unlock, and nothing for delete", () => {
    expectEqual(complaint("unlock", "title", 5, 0), undefined);
    expectEqual(complaint("unlock", "house", 0, 0), `there is no unlock type 'house'${UNLOCKS}`);
    expectEqual(complaint("unlock", "title", 0, 0), "unlockId must be from 1 to 4294967295");
    expectEqual(complaint("delete", "", 0, 0), undefined);
  });
});

describe("complaints about a change", () => {
  it("call the numbers what whoever asks for it calls them", () => {
    const names = { currencyId: "subject_id", unlockId: "unlock", value: "amount" };
    const change = { subject: "title", subjectId: 0, amount: -1 };
    expectEqual(checkChange("earn", change, names), "subject_id must be from 1 to 4294967295");
    expectEqual(checkChange("spend", change, names), "subject_id must be from 1 to 4294967295");
    expectEqual(checkChange("unlock", change, names), "unlock must be from 1 to 4294967295");
    const stat = { ...change, subject: "prestige_level" };
    expectEqual(checkChange("set", stat, names), "amount must be from 0 to 255");
  });
});

describe("kinds by their names", () => {
  it("are found as they are spelt", () => {
    for (const kind of OPERATION_KINDS) expectEqual(findOperationKind(kind), kind);
    for (const word of ["", "Earn", "event", 5, undefined]) expectEqual(findOperationKind(word), undefined);
  });

  it("are those of requests, but for deletions", () => {
    for (const kind of OPERATION_KINDS) {
      expectEqual(findRequestKind(kind), kind === "delete" ? undefined : kind);
    }
  });
});

describe("subjects", () => {
  it("are stored by the stat's column", () => {
    expectEqual(storedSubject("add", "mythicRating"), "mythic_rating");
    expectEqual(storedSubject("set", "mythic_rating"), "mythic_rating");
    expectEqual(storedSubject("unlock", "title"), "title");
    expectEqual(storedSubject("add", "gold"), "gold");
  });
});
