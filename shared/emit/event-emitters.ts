import {
  EVENT_TYPES,
  type EventPayload,
  type EventTypeName,
  type EventTypeRow,
} from "../catalog/event-types";
import type { EventData } from "../events/event";
import type { EventBus } from "../events/event-bus";
import { checkPayload } from "./check-payload";
import { lowGuidOf, type PlayerReference } from "./player-reference";

/** BOSS_KILL as BossKill. */
export type PascalCase<Name extends string> = Name extends `${infer Word}_${infer Rest}`
  ? `${Capitalize<Lowercase<Word>>}${PascalCase<Rest>}`
  : Capitalize<Lowercase<Name>>;

/** Publishes an event of one type about `player`; 0 stands for the whole realm, for the types that may be about it. */
export type Emitter<Payload> = (this: void, player: PlayerReference, payload?: Payload) => void;

/** One function for each event type of the catalog: `Emit.BossKill(player, { raid_boss: true })`. */
export type Emitters = {
  readonly [N in EventTypeName as PascalCase<N>]: Emitter<EventPayload<N>>;
};

function pascalCase(name: string): string {
  let text = "";
  for (const word of name.split("_")) text += word.substring(0, 1) + word.substring(1).toLowerCase();
  return text;
}

function whoIsMeant({ realm }: EventTypeRow): string {
  const guids = realm === true ? "a low GUID, 0 for the realm" : "a low GUID (0 is no player)";
  return `the player must be ${guids}, or the engine's object of a player in the hook that gave it`;
}

/** @param emitters All of them, which a script that writes a colon gives in the player's place. */
function createEmitter(bus: EventBus, row: EventTypeRow, emitters: object): Emitter<EventData> {
  const name = `Emit.${pascalCase(row.name)}`;
  return (player, payload) => {
    const guid = lowGuidOf(player);
    if (guid === undefined || (guid === 0 && row.realm !== true)) {
      const isColon = (player as unknown) === emitters;
      error(`${name}: ${isColon ? "call it with a dot, not with a colon" : whoIsMeant(row)}`, 2);
    }
    // The bus keeps the table, and handlers put values into it: it must not be the caller's.
    const data: EventData = {};
    const complaint = payload === undefined ? undefined : checkPayload(row.payload, payload, data);
    if (complaint !== undefined) error(`${name}: ${complaint}`, 2);
    bus.Publish({ type: row.name, player: guid, data });
  };
}

/**
 * The emitters of `bus`. They are called with a dot. A player, a key or a value that does not fit the catalog is an
 * error at the caller's line, and nothing is published; keys may be left out. The payload is copied, and may be used again.
 */
export function createEmitters(bus: EventBus): Emitters {
  const emitters: Record<string, Emitter<EventData>> = {};
  for (const row of EVENT_TYPES) emitters[pascalCase(row.name)] = createEmitter(bus, row, emitters);
  return emitters as unknown as Emitters;
}
