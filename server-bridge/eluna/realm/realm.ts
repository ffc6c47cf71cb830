import { EventType } from "../../../shared/catalog/event-types";
import { defaultIntegrationSettings } from "../../../shared/catalog/integration-settings";
import type { ProfileValues } from "../../../shared/catalog/profile-fields";
import { createEmitters } from "../../../shared/emit/event-emitters";
import { EventBus } from "../../../shared/events/event-bus";
import { ACTIVITY } from "../../../shared/integrations/activity";
import { registerIntegrations } from "../../../shared/integrations/register-integrations";
import { SynergyManager } from "../../../shared/synergies/synergy-manager";
import { SystemRegistry } from "../../../shared/systems/system-registry";
import { PlayerProfileManager } from "../api/player-profile-manager";
import { createTickClock } from "../engine/clock";
import { describeHandler } from "../engine/describe-handler";
import { ErrorBoundary } from "../engine/error-boundary";
import { logError } from "../engine/log";
import { IS_LUAJIT } from "../engine/lua";
import { AddonUpdates } from "../gateway/addon-updates";
import { AioGateway } from "../gateway/aio-gateway";
import { CurrencyInfoSync } from "../gateway/currency-info-sync";
import { Knocks } from "../gateway/knocks";
import type { Sender } from "../gateway/send-message";
import { WeeklySync } from "../gateway/weekly-sync";
import { Journal } from "../journal/journal";
import { Characters } from "../players/characters";
import type { PlayerRecord } from "../players/player-record";
import { Players } from "../players/players";
import { ReadQueue } from "../players/read-queue";
import { Sessions } from "../players/sessions";
import { TakeOver } from "../players/take-over";
import { CurrencyDefinitions } from "../tables/currency-definitions";
import { DungeonBosses } from "../tables/dungeon-bosses";
import { loadSettings } from "../tables/settings-table";
import { loadSynergies } from "../tables/synergy-table";
import { UnlockDefinitions } from "../tables/unlock-definitions";
import { MapPromises } from "../wallet/map-promises";
import { Requests } from "../wallet/requests";
import { Unlocks } from "../wallet/unlocks";
import { Wallet } from "../wallet/wallet";
import { WeeklyCaps } from "../wallet/weekly-caps";
import { AdminTables } from "./admin-tables";
import { Calendar } from "./calendar";
import { StandingComplaints } from "./standing-complaints";
import { SynergyReport } from "./synergy-report";
import { startSystemBroadcasts } from "./system-broadcasts";

/** The player's fields; undefined for one whom neither the tables nor the game know. */
function profileOf({ online, accountId, state }: PlayerRecord): Readonly<ProfileValues> | undefined {
  if (online || accountId !== 0) return state.fields;
  for (const value of state.fields) if (value !== 0) return state.fields;
  return undefined;
}

/** Everything that the realm is made of. Nothing runs before `main.ts` starts it. */
export class Realm {
  readonly boundary = new ErrorBoundary(logError);
  readonly clock = createTickClock();
  readonly bus = new EventBus({
    clock: this.clock,
    describe: describeHandler,
    report: logError,
    isLuaJit: IS_LUAJIT,
  });
  readonly emit = createEmitters(this.bus);
  readonly systems = new SystemRegistry({
    report: logError,
    subscribeFor: (system) => this.bus.SubscribeFor(system),
    leftOut: (system) => this.bus.SetSystemEnabled(system, false),
  });
  readonly settings = defaultIntegrationSettings();
  private readonly settingComplaints = new StandingComplaints();
  readonly calendar = new Calendar();
  readonly journal = new Journal(logError);
  readonly definitions = new UnlockDefinitions();
  readonly currencies = new CurrencyDefinitions();
  readonly synergies: SynergyManager = new SynergyManager({
    report: logError,
    fieldsOf: (guid) => profileOf(this.players.record(guid)),
  });
  private readonly synergyReport = new SynergyReport(this.synergies);
  private readonly sender: Sender = (guid) => this.gateway.sender(guid);
  private readonly updates = new AddonUpdates(this.sender, this.boundary);
  readonly players: Players = new Players(
    this.journal,
    this.definitions,
    this.updates,
    {
      statChanged: (guid, stat) => this.synergies.Invalidate(guid, stat),
      replaced: (guid) => this.synergies.Forget(guid),
      deleted: (record) => this.caps.forget(record),
    },
    this.boundary,
  );
  readonly reads = new ReadQueue(this.players, this.boundary);
  readonly sessions = new Sessions(this.players);
  readonly characters = new Characters(this.players);
  private readonly knocks = new Knocks(this.players.records, this.sender);
  readonly takeOver = new TakeOver(this.sessions, this.knocks, this.boundary);
  readonly caps: WeeklyCaps = new WeeklyCaps(this.currencies, this.calendar, this.journal);
  readonly requests = new Requests(this.journal);
  readonly promises = new MapPromises();
  readonly wallet = new Wallet(this.players, this.requests, this.caps, this.bus, this.promises);
  readonly unlocks = new Unlocks(this.players, this.definitions, this.promises);
  readonly profiles = new PlayerProfileManager(
    this.players,
    this.reads,
    this.wallet,
    this.caps,
    this.bus,
    this.unlocks,
    this.currencies,
  );
  readonly weekly = new WeeklySync(this.players.records, this.caps, this.sender, this.boundary);
  private readonly currencyInfo = new CurrencyInfoSync(
    this.players.records,
    this.currencies,
    this.sender,
    this.boundary,
  );
  readonly gateway: AioGateway;
  readonly dungeonBosses = new DungeonBosses();
  readonly adminTables = new AdminTables(
    {
      dc_settings: () => this.loadSettings(),
      dc_system_synergies: () => loadSynergies(this.synergies),
      dc_synergy_caps: () => loadSynergies(this.synergies),
      dc_currency_definitions: () => this.currencies.load(),
      dc_unlock_definitions: () => this.definitions.load(),
      dc_dungeon_bosses: () => this.dungeonBosses.load(),
      dc_calendar: () => this.calendar.load(),
    },
    this.boundary,
  );

  /** What a tick does, in this order. */
  private readonly parts: readonly [name: string, part: (this: void) => void][] = [
    ["taking over players", () => this.takeOver.everybody()],
    ["queued events", () => this.bus.Tick()],
    ["the report of synergies", () => this.synergyReport.tick()],
    ["the journal", () => this.journal.flush()],
    ["the addons' updates", () => this.updates.flush()],
    ["the addons' weekly caps", () => this.weekly.flush()],
    ["the addons' names of currencies", () => this.currencyInfo.flush()],
    ["the knocks", () => this.knocks.tick()],
  ];

  /** Whether all scripts have been read and the systems that they register have not been started yet. */
  private isStarting = false;

  constructor(readonly version: string) {
    this.gateway = new AioGateway(version, (player, [, , holding], send) => {
      const record = this.sessions.begin(player.GetGUIDLow(), player.GetAccountId());
      record.sync.greet(record.state, holding, send);
      this.currencyInfo.greet(record, holding, send);
      this.weekly.greet(record.guid, holding.weekly);
    });
    this.bus.Subscribe(EventType.PLAYER_LOGOUT, ({ player }) => {
      this.gateway.forget(player);
      this.weekly.forget(player);
      this.currencyInfo.forget(player);
    });
    registerIntegrations(
      {
        bus: this.bus,
        profiles: this.profiles,
        settings: this.settings,
        calendar: () => this.calendar.current(),
        bonus: (guid, system, effect) => this.synergies.GetBonusMultiplier(guid, system, effect),
        online: () => this.players.records.online(),
        whenLoaded: (guid, name, action) => this.players.whenLoaded(guid, name, action),
      },
      this.systems,
    );
    // They need nothing of scripts, and are there for what scripts publish while they are read.
    this.systems.initializeRegistered();
    startSystemBroadcasts(this.bus, this.systems);
  }

  /** All scripts have been read: players who are online already are taken over, and systems start in the next turn. */
  begin(): void {
    this.isStarting = true;
    this.takeOver.everybody();
  }

  /**
   * Begins a turn of the world, before systems are told of anything. The first one starts those of scripts: they register in the
   * hook in which this script begins, and ALE calls its handlers in the reverse order of their registration.
   */
  beginTick(): void {
    if (!this.isStarting) return;
    this.isStarting = false;
    this.boundary.run("the start of the systems", () => this.systems.InitializeAll());
  }

  /** The tables are there and this start of the script has its number. */
  open(bootId: number): void {
    this.adminTables.loadAll();
    this.journal.open(bootId);
    this.caps.open(bootId);
    this.requests.open();
    this.players.open(bootId);
    this.boundary.run("the list of sessions", () => this.sessions.open(bootId));
  }

  /** Returns whether the database has answered: without an answer nothing has become right. */
  private loadSettings(): boolean {
    const problems: string[] = [];
    const answered = loadSettings(this.settings, (problem) => problems.push(problem));
    if (answered) this.settingComplaints.renew(problems);
    return answered;
  }

  /**
   * Once a tick: queued events run, then their operations go to the database and what changed to the addons.
   *
   * @param elapsed Milliseconds since the last one.
   */
  tick(elapsed: number): void {
    this.sessions.tick(elapsed);
    for (const [name, part] of this.parts) this.boundary.run(name, part);
  }

  /**
   * The script is about to end. What waits for the next tick is published now, what the sessions have lasted so far is
   * counted, and everything is written.
   */
  close(): void {
    this.boundary.run("queued events", () => this.bus.Tick());
    this.boundary.run("the end of the systems", () => this.systems.ShutdownAll());
    this.boundary.run("the time played", () => this.countSessions());
    this.boundary.run("the journal", () => this.journal.flushAndWait());
  }

  private countSessions(): void {
    for (const guid of this.players.records.online()) {
      const seconds = this.sessions.lasted(guid);
      if (seconds > 0) this.profiles.IncrementStat(guid, "total_playtime_seconds", seconds, ACTIVITY);
    }
  }
}
