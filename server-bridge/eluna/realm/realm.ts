import { defaultIntegrationSettings } from "../../../shared/catalog/integration-settings";
import { EventType } from "../../../shared/catalog/event-types";
import { createEmitters } from "../../../shared/emit/event-emitters";
import { EventBus } from "../../../shared/events/event-bus";
import { registerIntegrations } from "../../../shared/integrations/register-integrations";
import { SynergyManager } from "../../../shared/synergies/synergy-manager";
import { SystemRegistry } from "../../../shared/systems/system-registry";
import { findPlayer } from "../engine/engine";
import { logError } from "../engine/log";
import { IS_LUAJIT } from "../engine/lua";
import { AioGateway } from "../gateway/aio-gateway";
import { Journal } from "../journal/journal";
import { CurrencyDefinitions } from "../tables/currency-definitions";
import { DungeonBosses } from "../tables/dungeon-bosses";
import { loadSettings } from "../tables/settings-table";
import { loadSynergies } from "../tables/synergy-table";
import { UnlockDefinitions } from "../tables/unlock-definitions";
import { AdminTables } from "./admin-tables";
import { Calendar } from "./calendar";
import { createTickClock } from "./clock";
import { describeHandler } from "./describe-handler";
import { Knocks } from "./knocks";
import { PlayerProfileManager } from "./player-profile-manager";
import { Players } from "./players";
import { Sessions } from "./sessions";
import { startSystemBroadcasts } from "./system-broadcasts";
import { Wallet } from "./wallet";
import { WeeklyCaps } from "./weekly-caps";

/** Everything that the realm is made of. Nothing runs before `main.ts` starts it. */
export class Realm {
  readonly clock = createTickClock();
  readonly bus = new EventBus({
    now: this.clock.now,
    describe: describeHandler,
    report: logError,
    isLuaJit: IS_LUAJIT,
  });
  readonly emit = createEmitters(this.bus);
  readonly systems = new SystemRegistry({
    report: logError,
    subscribeFor: (system) => this.bus.SubscribeFor(system),
  });
  readonly settings = defaultIntegrationSettings();
  readonly calendar = new Calendar();
  readonly journal = new Journal();
  readonly definitions = new UnlockDefinitions();
  readonly currencies = new CurrencyDefinitions();
  readonly synergies: SynergyManager = new SynergyManager({
    report: logError,
    fieldsOf: (guid) => this.players.record(guid).state.fields,
  });
  readonly players: Players = new Players(
    this.journal,
    this.definitions,
    (guid) => this.gateway.sender(guid),
    {
      statChanged: (guid, stat) => this.synergies.Invalidate(guid, stat),
      replaced: (guid) => this.synergies.Forget(guid),
    },
  );
  readonly sessions = new Sessions(this.players);
  private readonly knocks = new Knocks(this.players);
  readonly caps = new WeeklyCaps(this.currencies, this.calendar, this.journal);
  readonly wallet = new Wallet(this.players, this.journal, this.caps, this.bus);
  readonly profiles = new PlayerProfileManager(
    this.players,
    this.wallet,
    this.caps,
    this.bus,
    this.definitions,
    this.currencies,
  );
  readonly gateway: AioGateway;
  readonly dungeonBosses = new DungeonBosses();
  readonly adminTables = new AdminTables({
    dc_settings: () => loadSettings(this.settings),
    dc_system_synergies: () => loadSynergies(this.synergies),
    dc_synergy_caps: () => loadSynergies(this.synergies),
    dc_currency_definitions: () => this.currencies.load(),
    dc_unlock_definitions: () => this.definitions.load(),
    dc_dungeon_bosses: () => this.dungeonBosses.load(),
    dc_calendar: () => this.calendar.load(),
  });

  /** Low GUIDs of players who have changed the map in this tick. */
  arrivals: number[] = [];

  constructor(readonly version: string) {
    this.gateway = new AioGateway(version, (player, [, , holding], send) => {
      const record = this.sessions.begin(player.GetGUIDLow(), player.GetAccountId());
      record.sync.greet(record.state, holding, send);
    });
    this.bus.Subscribe(EventType.PLAYER_LOGOUT, ({ player }) => this.gateway.forget(player));
    registerIntegrations(
      {
        bus: this.bus,
        profiles: this.profiles,
        settings: this.settings,
        calendar: () => this.calendar.current(),
        bonus: (guid, system, effect) => this.synergies.GetBonusMultiplier(guid, system, effect),
        online: () => this.players.online(),
        whenLoaded: (guid, name, action) => this.players.whenLoaded(guid, name, action),
      },
      this.systems,
    );
    startSystemBroadcasts(this.bus, this.systems);
  }

  /** All scripts have been read: the systems start, and players who are online already are taken over. */
  begin(): void {
    this.systems.InitializeAll();
    for (const player of GetPlayersInWorld()) {
      this.sessions.begin(player.GetGUIDLow(), player.GetAccountId()).sync.isAwaited = true;
    }
    this.knocks.begin();
  }

  /** Takes over those who came out of a loading screen and have no session: no login hook comes for them. */
  private takeOverArrivals(): void {
    if (this.arrivals.length === 0) return;
    for (const guid of this.arrivals) {
      const player = this.sessions.isOpen(guid) ? undefined : findPlayer(guid);
      if (player === undefined) continue;
      this.sessions.begin(guid, player.GetAccountId()).sync.isAwaited = true;
      this.knocks.begin();
    }
    this.arrivals = [];
  }

  /** The tables are there and this start of the script has its number. */
  open(bootId: number): void {
    this.adminTables.loadAll();
    this.calendar.load();
    this.journal.open(bootId);
    this.caps.open(bootId);
    this.wallet.openLedger();
    this.players.open(bootId);
    this.sessions.open(bootId);
  }

  /** Once a tick: queued events run, then their operations go to the database and what changed to the addons. */
  tick(): void {
    this.takeOverArrivals();
    this.bus.Tick();
    this.journal.flush();
    this.players.flush();
    this.knocks.tick();
  }

  /**
   * The script is about to end. What waits for the next tick is published now, what the sessions have lasted so far is
   * counted, and everything is written.
   */
  close(): void {
    this.bus.Tick();
    this.systems.ShutdownAll();
    for (const guid of this.players.online()) {
      const seconds = this.sessions.lasted(guid);
      if (seconds > 0) this.profiles.IncrementStat(guid, "total_playtime_seconds", seconds);
    }
    this.journal.flushAndWait();
  }
}
