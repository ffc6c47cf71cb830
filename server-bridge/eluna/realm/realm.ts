import { defaultIntegrationSettings } from "../../../shared/catalog/integration-settings";
import { EventBus } from "../../../shared/events/event-bus";
import { startIntegrations } from "../../../shared/integrations/start-integrations";
import { AioGateway } from "../gateway/aio-gateway";
import { logError } from "../engine/log";
import { Journal } from "../journal/journal";
import { UnlockDefinitions } from "../tables/unlock-definitions";
import { now } from "./clock";
import { PlayerProfileManager } from "./player-profile-manager";
import { Players } from "./players";
import { Sessions } from "./sessions";

/** Where a handler stands in its script: "season.lua:12". */
function describeHandler(handler: (this: void, ...values: never[]) => unknown): string {
  const info = debug.getinfo(handler, "S");
  return info === undefined ? "a handler" : `${info.short_src}:${info.linedefined}`;
}

/** Everything that the realm is made of. Nothing runs before `main.ts` starts it. */
export class Realm {
  readonly bus = new EventBus({
    now,
    describe: describeHandler,
    report: (problem) => logError(problem),
  });
  readonly journal = new Journal();
  readonly definitions = new UnlockDefinitions();
  readonly players: Players = new Players(this.journal, this.definitions, (guid) =>
    this.gateway.sender(guid),
  );
  readonly sessions = new Sessions(this.players);
  readonly profiles = new PlayerProfileManager(this.players, this.bus, this.definitions);
  readonly gateway: AioGateway;

  constructor(readonly version: string) {
    this.gateway = new AioGateway(version, (player, [, , holding], send) => {
      const record = this.sessions.begin(player.GetGUIDLow(), player.GetAccountId());
      record.sync.greet(record.state, holding, send);
    });
    startIntegrations({ bus: this.bus, profiles: this.profiles, settings: defaultIntegrationSettings() });
  }

  /** The tables are there and this start of the script has its number. */
  open(bootId: number): void {
    this.definitions.load();
    this.journal.open(bootId);
    this.players.open(bootId);
    this.sessions.open(bootId);
  }

  /** Once a tick: queued events run, then their operations go to the database and what changed to the addons. */
  tick(): void {
    this.bus.Tick();
    this.journal.flush();
    this.players.flush();
  }
}
