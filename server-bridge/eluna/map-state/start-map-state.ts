import { EventType } from "../../../shared/catalog/event-types";
import { createEmitters } from "../../../shared/emit/event-emitters";
import { EventBus } from "../../../shared/events/event-bus";
import { detectEngine } from "../engine/detect-engine";
import { logError } from "../engine/log";
import { IS_LUAJIT } from "../engine/lua";
import { now } from "../engine/clock";
import { describeHandler } from "../engine/describe-handler";
import { startMapSensors } from "../sensors/start-sensors";
import { VERSION } from "../version";
import { EventForwarder } from "./event-forwarder";
import { MapPlayers } from "./map-players";
import { MapProfile } from "./map-profile";
import { startMapTables } from "./map-tables";
import { MapWallet } from "./map-wallet";

/** Milliseconds between two runs of what `PublishAsync` queued. The hook of the world's update fires in the world state only. */
const TICK_INTERVAL = 50;

/** Milliseconds between two looks for players who have left. */
const FORGET_INTERVAL = 60000;

/** The script in the state of one map: the sensors, and a bus of its own whose events the world state gets too. */
export function startMapState(): void {
  const forwarder = new EventForwarder();
  const bus = new EventBus({
    // Not the clock of a tick: the turns of the world are not told to the map states.
    clock: { now },
    describe: describeHandler,
    report: logError,
    isLuaJit: IS_LUAJIT,
    // Behind the map's own subscribers: the world gets what they have made of the event.
    published: (event) => forwarder.forward(event),
  });
  const players = new MapPlayers();
  const tables = startMapTables();
  const PlayerProfile = new MapProfile(players, new MapWallet(tables.isOpen), bus);
  DC = { Version: VERSION, EventType, EventBus: bus, Emit: createEmitters(bus), PlayerProfile };
  startMapSensors(bus, detectEngine(), tables);
  CreateLuaEvent(() => bus.Tick(), TICK_INTERVAL, 0);
  CreateLuaEvent(() => players.forgetAbsent(), FORGET_INTERVAL, 0);
}
