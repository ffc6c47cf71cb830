/** The ids that `byId` has something for, ascending: a Lua table has no order of its own. */
export function ascendingIds(byId: Readonly<Record<number, unknown>>): number[] {
  const ids: number[] = [];
  for (const [id] of pairs(byId)) ids.push(id);
  table.sort(ids);
  return ids;
}
