import { callback, text } from "../objects/arguments";
import { push } from "../objects/engine-value";
import type { GlobalFunction, GlobalTable } from "../objects/method";
import type { LuaState } from "../state/lua-state";

/** ALE keeps a pointer into a temporary when it is given values for `?`: use after free. Eluna ignores them. */
function refusePlaceholders(this: void, state: LuaState, name: string, value: unknown): void {
  if (value !== undefined && !state.data.multistate) {
    state.world.freeze(`${name} with placeholder arguments: a dangling pointer in ALE`);
  }
}

function query(this: void, name: string): GlobalFunction {
  return (state, sql, placeholder) => {
    refusePlaceholders(state, name, placeholder);
    const unsafe = state.data.globals.unsafe.includes(name) && state.world.options.unsafeMethods === false;
    if (unsafe) error(`attempt to call unsafe method '${name}' while unsafe methods are off`, 0);
    return push(state, state.world.database.query(text(name, 1, sql)));
  };
}

function execute(this: void, name: string): GlobalFunction {
  return (state, sql, placeholder) => {
    refusePlaceholders(state, name, placeholder);
    state.world.database.execute(text(name, 1, sql));
  };
}

function queryAsync(this: void, name: string): GlobalFunction {
  return (state, sql, handler) => {
    state.world.database.queryAsync(state, text(name, 1, sql), callback(name, 2, handler));
  };
}

/** The characters database. The double has one database, and the world's and the accounts' are not modelled. */
export const DATABASE_FUNCTIONS: GlobalTable = {
  CharDBQuery: query("CharDBQuery"),
  CharDBExecute: execute("CharDBExecute"),
  CharDBQueryAsync: queryAsync("CharDBQueryAsync"),
};
