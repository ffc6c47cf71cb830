import { type Queryable, select, wholeNumber } from "../database/query";

/** Tells the time in Unix seconds. */
export type Clock = (this: void, on: Queryable) => Promise<number>;

/** The database's clock: all bridges have the same one, and no clock of theirs has to be right. */
export const databaseClock: Clock = async (on) => {
  const [row] = await select(on, "SELECT UNIX_TIMESTAMP() AS now");
  return wholeNumber(row?.now);
};
