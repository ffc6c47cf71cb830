import { expectEqual } from "../../shared/expectations";
import { errorsOf, pass } from "../support/realm";
import {
  balance,
  give,
  inKeep,
  KEEP,
  NORTHREND,
  profile,
  SPLIT_ENGINES,
  spends,
  splitRealm,
  TOKENS,
} from "./split-realm";

/** Spends and grants in the hook of an arrival, which runs before the world state has had a turn. */
const ENTRY_FEE = `
  if GetStateMapId() == 571 then
    RegisterPlayerEvent(28, function(_, player)
      local guid = player:GetGUIDLow()
      if not DC.PlayerProfile:IsKnown(guid) then return end
      paid = DC.PlayerProfile:SpendCurrency(guid, ${TOKENS}, 80, "entry fee")
      granted = DC.PlayerProfile:GrantUnlock(guid, "perk", 9, "first visit")
    end)
  end
`;
const SCRIPTS = [{ name: "entry_fee.lua", code: ENTRY_FEE }];
/** Milliseconds of a loading screen. How long it is, the client decides. */
const LOADING = 11000;
const ARRIVED = LOADING + 200;

for (const engine of SPLIT_ENGINES) {
  describe(`what a map has decided, on ${engine},`, () => {
    it("counts on arrival, however long the client loads", () => {
      const realm = splitRealm(engine, SCRIPTS);
      give(realm, 100);
      expectEqual(spends(realm, 80, KEEP), true);
      expectEqual(profile(realm, 'GrantUnlock(7, "perk", 9, "x")', KEEP), [true]);
      realm.world.travel("Thrall", NORTHREND, LOADING);
      pass(realm, LOADING - 100);
      expectEqual(balance(realm), 20);
      pass(realm, 200);
      expectEqual(realm.world.run("return paid, granted", NORTHREND), [false, false]);
      expectEqual([balance(realm), balance(realm, NORTHREND)], [20, 20]);
      expectEqual(errorsOf(realm), []);
    });

    it("counts until the world has it, and does not expire", () => {
      const realm = splitRealm(engine);
      give(realm, 100);
      expectEqual(spends(realm, 80, KEEP), true);
      const { consoleCommands } = realm.world.world;
      const held = consoleCommands.splice(0, consoleCommands.length);
      pass(realm, 60000);
      expectEqual([balance(realm, KEEP), spends(realm, 80, KEEP), spends(realm, 80)], [20, false, false]);
      for (const command of held) consoleCommands.push(command);
      pass(realm, 100);
      expectEqual([balance(realm), balance(realm, KEEP)], [20, 20]);
      expectEqual(errorsOf(realm), []);
    });

    it("is left alone by the world state when the player is behind a loading screen", () => {
      const realm = splitRealm(engine);
      give(realm, 100);
      expectEqual(spends(realm, 80, KEEP), true);
      realm.world.travel("Thrall", NORTHREND, LOADING);
      expectEqual([spends(realm, 80), spends(realm, 20)], [false, true]);
      pass(realm, ARRIVED);
      expectEqual([balance(realm), balance(realm, NORTHREND)], [0, 0]);
      expectEqual(errorsOf(realm), []);
    });

    it("counts when the player is back before the world has had its turn", () => {
      const realm = splitRealm(engine);
      give(realm, 100);
      expectEqual(spends(realm, 80, KEEP), true);
      realm.world.logout("Thrall");
      realm.world.login({ name: "Thrall", guid: 7, account: 3, ...KEEP });
      expectEqual([balance(realm, KEEP), spends(realm, 80, KEEP)], [20, false]);
      expectEqual(spends(realm, 20, KEEP), true);
      pass(realm, 100);
      expectEqual([balance(realm), balance(realm, KEEP)], [0, 0]);
      expectEqual(errorsOf(realm), []);
    });

    it("is carried out when the player has gone, and counts at the next login", () => {
      const realm = splitRealm(engine);
      give(realm, 100);
      const spend = `DC.PlayerProfile:SpendCurrency(7, ${TOKENS}, 80, "last words")`;
      inKeep(realm, `RegisterPlayerEvent(25, function() ${spend} end)`);
      realm.world.logout("Thrall");
      pass(realm, 200);
      realm.world.login({ name: "Thrall", guid: 7, account: 3, ...KEEP });
      expectEqual([balance(realm), spends(realm, 80, KEEP)], [20, false]);
      expectEqual(errorsOf(realm), []);
    });
  });

  describe(`what the world state has changed behind a loading screen, on ${engine},`, () => {
    it("counts on arrival, though it is another map state that answers", () => {
      const realm = splitRealm(engine, SCRIPTS);
      give(realm, 100);
      realm.world.travel("Thrall", NORTHREND, LOADING);
      pass(realm, 1000);
      expectEqual(spends(realm, 30), true);
      realm.world.run('DC.PlayerProfile:GrantUnlock(7, "perk", 9, "x")');
      pass(realm, LOADING - 800);
      expectEqual(realm.world.run("return paid, granted", NORTHREND), [false, false]);
      expectEqual([balance(realm), balance(realm, NORTHREND)], [70, 70]);
      expectEqual(errorsOf(realm), []);
    });
  });

  describe(`what the world state has granted on ${engine}`, () => {
    it("is not granted by a map in the same turn", () => {
      const realm = splitRealm(engine);
      const grant = 'GrantUnlock(7, "perk", 9, "x")';
      expectEqual([profile(realm, grant), profile(realm, grant, KEEP)], [[true], [false]]);
      pass(realm, 100);
      expectEqual(errorsOf(realm), []);
    });
  });

  describe(`a named income on a map on ${engine}`, () => {
    it("can be spent when the world has found that it is no repetition", () => {
      const realm = splitRealm(engine);
      give(realm, 10);
      const earn = `AddCurrency(7, ${TOKENS}, 50, "chest", "chest-1")`;
      expectEqual([profile(realm, earn, KEEP)[0], spends(realm, 60, KEEP)], [true, false]);
      pass(realm, 100);
      expectEqual(balance(realm, KEEP), 60);
      expectEqual([profile(realm, earn, KEEP)[0], spends(realm, 61, KEEP)], [true, false]);
      expectEqual(spends(realm, 60, KEEP), true);
      pass(realm, 100);
      expectEqual([balance(realm), balance(realm, KEEP)], [0, 0]);
      expectEqual(errorsOf(realm), []);
    });
  });
}
