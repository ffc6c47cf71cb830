import type { Complaint } from "../../../shared/language/complaint";
import { CONDITION_VALUES } from "../../../shared/catalog/condition-values";
import { statOf } from "../../../shared/synergies/condition-values";
import { parseSynergy } from "../../../shared/synergies/parse-synergy";
import { type Row, wholeNumber } from "../database/query";
import { judgedRowByRow } from "./admin-table";

const OWN_SYSTEMS: ReadonlySet<string> = new Set(CONDITION_VALUES.map(({ system }) => system));

/**
 * Only the realm knows what values its scripts have registered: a system of theirs has whatever is asked for, and one of
 * the project's own may have it from them.
 */
function isDoubtful(system: string, key: string): boolean {
  return OWN_SYSTEMS.has(system) && statOf(system, key) === undefined;
}

/** A disabled row counts for nothing, whatever is in it. */
function judge(row: Row): Complaint {
  const enabled = wholeNumber(row.enabled) !== 0;
  if (!enabled) return undefined;
  const synergy = {
    synergy_id: wholeNumber(row.synergy_id),
    synergy_name: String(row.synergy_name),
    source_system: String(row.source_system),
    source_condition: String(row.source_condition),
    target_system: String(row.target_system),
    target_effect: String(row.target_effect),
    enabled,
  };
  let doubtful: string | undefined;
  const { complaint } = parseSynergy(synergy, (system, key) => {
    if (isDoubtful(system, key)) doubtful ??= key;
    return true;
  });
  if (complaint !== undefined || doubtful === undefined) return complaint;
  return (
    `synergy ${synergy.synergy_id} '${synergy.synergy_name}': source_condition: '${doubtful}' is none of the project's own ` +
    `values of '${synergy.source_system}': the row counts only while a script has registered it`
  );
}

export const SYNERGIES_TABLE = judgedRowByRow({
  name: "dc_system_synergies",
  key: ["synergy_id"],
  values: ["synergy_name", "source_system", "source_condition", "target_system", "target_effect", "enabled"],
  judge,
});
