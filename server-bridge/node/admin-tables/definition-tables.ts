import type { Complaint } from "../../../shared/language/complaint";
import { MAXIMUM_AMOUNT } from "../../../shared/catalog/number-types";
import { checkCurrencyId, checkUnlock } from "../../../shared/profile/check-arguments";
import type { Row } from "../database/query";
import { judgedRowByRow } from "./admin-table";
import { checkIcon, checkName } from "./texts";

function named(subject: string, complaint: Complaint): Complaint {
  return complaint === undefined ? undefined : `${subject}: ${complaint}`;
}

function checkWeeklyCap(cap: unknown): Complaint {
  return Number(cap) > MAXIMUM_AMOUNT ? `weekly_cap must be at most ${MAXIMUM_AMOUNT}` : undefined;
}

function judgeCurrency(row: Row): Complaint {
  const id = Number(row.currency_id);
  return named(
    `currency ${id} '${String(row.name)}'`,
    checkCurrencyId(id) ??
      checkName("name", row.name) ??
      checkIcon(row.icon) ??
      checkWeeklyCap(row.weekly_cap),
  );
}

function judgeUnlock(row: Row): Complaint {
  const id = Number(row.unlock_id);
  return named(
    `${String(row.unlock_type)} ${id} '${String(row.name)}'`,
    checkUnlock(row.unlock_type, id) ?? checkName("name", row.name) ?? checkIcon(row.icon),
  );
}

/** BOOLEAN is TINYINT to the database, which takes any other number too. */
function checkBoolean(column: string, value: unknown): Complaint {
  const number = Number(value);
  return number === 0 || number === 1 ? undefined : `${column} is ${number}, not 0 or 1: it counts as 1`;
}

function judgeDungeonBoss(row: Row): Complaint {
  const entry = Number(row.creature_entry);
  return named(
    `boss ${entry} of map ${Number(row.map_id)}`,
    (entry === 0 ? "creature_entry is 0, which no creature has" : undefined) ??
      checkName("dungeon_name", row.dungeon_name) ??
      checkBoolean("completes_dungeon", row.completes_dungeon),
  );
}

function judgeSynergyCap(row: Row): Complaint {
  const { minimum, maximum } = row;
  return named(
    `cap of '${String(row.target_system)}' '${String(row.effect_type)}'`,
    checkName("target_system", row.target_system) ??
      checkName("effect_type", row.effect_type) ??
      (Number(minimum) < 0 ? `minimum ${String(minimum)} is below 0` : undefined) ??
      (Number(minimum) > Number(maximum)
        ? `minimum ${String(minimum)} is above maximum ${String(maximum)}`
        : undefined),
  );
}

export const CURRENCY_DEFINITIONS_TABLE = judgedRowByRow({
  name: "dc_currency_definitions",
  key: ["currency_id"],
  values: ["name", "icon", "weekly_cap"],
  judge: judgeCurrency,
});

export const UNLOCK_DEFINITIONS_TABLE = judgedRowByRow({
  name: "dc_unlock_definitions",
  key: ["unlock_type", "unlock_id"],
  values: ["name", "icon"],
  judge: judgeUnlock,
});

export const DUNGEON_BOSSES_TABLE = judgedRowByRow({
  name: "dc_dungeon_bosses",
  key: ["map_id", "creature_entry"],
  values: ["dungeon_name", "completes_dungeon"],
  judge: judgeDungeonBoss,
});

export const SYNERGY_CAPS_TABLE = judgedRowByRow({
  name: "dc_synergy_caps",
  key: ["target_system", "effect_type"],
  values: ["minimum", "maximum"],
  judge: judgeSynergyCap,
});
