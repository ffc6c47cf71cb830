import { now } from "../clock";
import { provide } from "../globals";
import { host } from "../host";
import { screenHeight, screenWidth } from "../widgets/layout";
import { flag } from "../widgets/state";

/** The double knows one unit, the player. */
function isPlayer(unit: unknown): boolean {
  if (type(unit) !== "string") error('Usage: Unit...("unit")', 3);
  return string.lower(unit as string) === "player";
}

/** A function of a unit that gives its values for the player and nothing for any other. */
function forPlayer(...values: unknown[]) {
  const list = [...values];
  return (unit: unknown): LuaMultiReturn<unknown[]> => {
    if (isPlayer(unit)) return $multi(...list);
    return $multi();
  };
}

/** The player, the session and the world around them. */
export function provideUnits(isLoggedIn: () => boolean): void {
  provide({
    UnitName: forPlayer(host.playerName),
    UnitGUID: forPlayer("0x0000000000000001"),
    UnitLevel: forPlayer(host.level),
    UnitClass: forPlayer("Warrior", "WARRIOR"),
    UnitRace: forPlayer("Human", "Human"),
    UnitSex: forPlayer(2),
    UnitFactionGroup: forPlayer("Alliance", "Alliance"),
    UnitExists: forPlayer(1),
    UnitIsPlayer: forPlayer(1),
    UnitIsDeadOrGhost: forPlayer(),
    UnitAffectingCombat: forPlayer(),
    UnitXP: forPlayer(0),
    UnitXPMax: forPlayer(400),
    GetRealmName: () => "Simulated Realm",
    GetLocale: () => host.locale,
    GetTime: now,
    GetFramerate: () => 20,
    GetBuildInfo: () => $multi("3.3.5", "12340", "Jun 24 2010", 30300),
    GetRealZoneText: () => "",
    GetNumPartyMembers: () => 0,
    GetNumRaidMembers: () => 0,
    InCombatLockdown: () => undefined,
    IsInInstance: () => $multi(undefined, "none"),
    IsLoggedIn: () => flag(isLoggedIn()),
    IsShiftKeyDown: () => undefined,
    IsControlKeyDown: () => undefined,
    IsAltKeyDown: () => undefined,
    GetScreenWidth: () => screenWidth,
    GetScreenHeight: () => screenHeight,
    GetCursorPosition: () => $multi(0, 0),
  });
}
