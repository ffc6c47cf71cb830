import { readSeasons } from "../calendar/seasons";
import type { AdminTable } from "./admin-table";

/** Its faults come from the calendar, which works with what is right in it. */
export const SEASONS_TABLE: AdminTable = {
  name: "dc_seasons",
  columns: ["season_id", "name", "starts_at", "ends_at"],
  findFaults: async (on) => (await readSeasons(on)).faults,
};
