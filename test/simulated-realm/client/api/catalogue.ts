import { atNextStep } from "../clock";
import { provide } from "../globals";

/** Largest ids of the client's tables; the values that go with an id are the double's own. */
const lastSpell = 80864;
const lastItem = 56806;
const lastTitle = 177;
const icon = "Interface\\Icons\\INV_Misc_QuestionMark";

function idOf(value: unknown, last: number): number | undefined {
  const id = tonumber(value) ?? tonumber(string.match(tostring(value), "item:(%d+)")[0]);
  return id !== undefined && id >= 1 && id <= last && id % 1 === 0 ? id : undefined;
}

const knownItems = new LuaSet<number>();

/** An item that nobody asked for before comes from the server: nothing now, an answer from the next picture on. */
function itemInfo(item: unknown): LuaMultiReturn<unknown[]> {
  const id = idOf(item, lastItem);
  if (id === undefined) return $multi();
  if (!knownItems.has(id)) {
    atNextStep(() => {
      knownItems.add(id);
    });
    return $multi();
  }
  const name = `Item ${string.format("%d", id)}`;
  const link = string.format("|cffffffff|Hitem:%d:0:0:0:0:0:0:0:80|h[%s]|h|r", id, name);
  return $multi(name, link, 1, 1, 0, "Miscellaneous", "Other", 1, "", icon, 0);
}

function spellInfo(spell: unknown): LuaMultiReturn<unknown[]> {
  const id = idOf(spell, lastSpell);
  if (id === undefined) return $multi();
  return $multi(`Spell ${string.format("%d", id)}`, "", icon, 0, false, 0, 0, 0, 0);
}

function titleName(title: unknown): string | undefined {
  const id = idOf(title, lastTitle);
  return id === undefined ? undefined : `Title ${string.format("%d", id)} `;
}

/** The client's tables of spells, items and titles. */
export function provideCatalogue(): void {
  provide({
    GetSpellInfo: spellInfo,
    GetItemInfo: itemInfo,
    GetItemIcon: (item: unknown) => (idOf(item, lastItem) === undefined ? undefined : icon),
    GetTitleName: titleName,
    GetNumTitles: () => lastTitle,
  });
}
