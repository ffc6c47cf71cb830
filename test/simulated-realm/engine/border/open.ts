import { Double } from "../double";
import type { EngineName } from "../data/engine-name";
import { loadChunk } from "../lua/load-chunk";
import { pack } from "../lua/packed";
import type { Script } from "../specs";
import { escape } from "./escape";
import { jsonList } from "./json";
import { databaseOver, type QueryText } from "./rows";

/** What JavaScript gives: functions that take and give text as `escape` writes it. */
export interface JavaScriptSide {
  readonly query: QueryText;
  readonly deliver: (this: void, player: string, prefix: string, text: string, chatType: number) => void;
  readonly log: (this: void, line: string) => void;
}

/** The settings of a world, as the Lua code from the other side names them. */
interface Settings {
  readonly engine: EngineName;
  readonly realmId: number;
  readonly now: number;
  readonly unsafeMethods: boolean;
  readonly mapStates: boolean;
  readonly scripts: readonly Script[];
}

function worldFor(this: void, side: JavaScriptSide, settings: Settings): Double {
  return new Double(
    {
      engine: settings.engine,
      realmId: settings.realmId,
      now: settings.now,
      unsafeMethods: settings.unsafeMethods,
      mapStates: settings.mapStates,
      database: databaseOver(side.query),
      deliver: (player, prefix, text, chatType) => {
        side.deliver(escape(player), escape(prefix), escape(text), chatType);
      },
      log: (line) => {
        side.log(escape(line));
      },
    },
    settings.scripts,
  );
}

/**
 * The one door for JavaScript: a function that runs Lua code in which `create(settings)` makes a world and `world` is the
 * last one made. Gives `+` and the values as JSON, or `-` and the error.
 */
export function open(this: void, side: JavaScriptSide): (this: void, code: string) => string {
  const environment: Record<string, unknown> = { collectgarbage };
  environment["create"] = (settings: Settings) => {
    environment["world"] = worldFor(side, settings);
  };
  return (code) => {
    const [chunk, problem] = loadChunk(code, "=host", environment);
    if (chunk === undefined) return `-${escape(problem ?? "")}`;
    let values = pack();
    const [succeeded, failure] = pcall(() => {
      values = pack(...chunk());
    });
    return succeeded ? `+${jsonList(values)}` : `-${escape(tostring(failure))}`;
  };
}
