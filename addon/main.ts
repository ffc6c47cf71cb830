import { PROTOCOL_VERSION } from "../shared/catalog/messages";
import { DATA_SETS } from "../shared/wire/payloads";
import { SYNCED } from "./api/addon-events";
import { startBrokerFeed } from "./api/broker-feed";
import { createSlashHandler, type PlayerCommands, SLASH_COMMAND } from "./api/commands";
import { createEventBus } from "./api/event-bus";
import { createIntegration } from "./api/integration";
import { registerLibrary } from "./api/library";
import { createNotifications } from "./api/notifications";
import { statusLines } from "./api/status";
import { PlayerCache } from "./cache/player-cache";
import { restore } from "./cache/saved-data";
import { say } from "./client/chat";
import { GameEvents } from "./client/game-events";
import { Ticker } from "./client/ticker";
import { ADDON_NAME, addonVersion, isSentByRealm } from "./client/version";
import { textsFor } from "./locales/texts";
import { ToastAnchor } from "./notifications/toast-anchor";
import { ToastStack } from "./notifications/toast-stack";
import { OptionsPanel } from "./options/options-panel";
import { findAio, receiveBy, sendHello } from "./transport/aio-link";
import { Hello } from "./transport/hello";
import { Receiver } from "./transport/receiver";
import { Revisions } from "./transport/revisions";

const texts = textsFor(GetLocale());
const version = addonVersion();
const aio = findAio();

const ticker = new Ticker();
const gameEvents = new GameEvents();
const cache = new PlayerCache();
const revisions = new Revisions();
let saved = restore(undefined, cache);

const anchor = new ToastAnchor(saved.settings);
const toasts = new ToastStack(anchor, ticker, () => saved.settings);

DCEventBus = createEventBus(cache, ticker);
DCNotification = createNotifications(toasts);

const hello = new Hello(version, revisions, ticker, (...message) => {
  if (aio !== undefined) sendHello(aio, ...message);
});
const receiver = new Receiver(cache, revisions, hello, {
  updateProfile: (data) => {
    DCIntegration.UpdateProfile(data);
  },
  updateCurrencies: (data) => {
    DCIntegration.UpdateCurrencies(data);
  },
  updateUnlocks: (data) => {
    DCIntegration.UpdateUnlocks(data);
  },
  updateWeekly: (data) => {
    DCIntegration.UpdateWeekly(data);
  },
  updateCurrencyInfo: (data) => {
    DCIntegration.UpdateCurrencyInfo(data);
  },
  unlockGained: (notice) => {
    DCIntegration.OnUnlockGained(notice);
  },
  admitted: () => {
    saved.held = revisions.holding();
  },
  synced: () => {
    DCEventBus.Fire(SYNCED);
  },
  protocolDiffers: (realmVersion, protocol) => {
    say(format(texts.protocolDiffers, version, PROTOCOL_VERSION, realmVersion, protocol));
  },
});

DCIntegration = createIntegration({
  cache,
  events: DCEventBus,
  notifications: DCNotification,
  texts,
  version,
  isStale: () => !receiver.synced,
  realmVersion: () => receiver.realmVersion,
});
registerLibrary(DCIntegration, version);

const commands: PlayerCommands = {
  status: () => statusLines(DCIntegration, receiver.malformed, texts),
  testToast() {
    const test = DCNotification.Create().SetTitle(texts.testTitle).SetText(texts.testText);
    test.SetSubtext(texts.testSubtext).SetIcon("Interface\\Icons\\INV_Misc_Gem_01").Show();
  },
  resetPosition() {
    anchor.reset();
  },
  openOptions() {
    options.open();
  },
};
const settings = () => saved.settings;
const options = new OptionsPanel(settings, () => anchor.apply(saved.settings), commands, texts);
options.register();

SLASH_DCINTEGRATION1 = SLASH_COMMAND;
SlashCmdList.DCINTEGRATION = createSlashHandler(commands, texts);

if (aio !== undefined) receiveBy(aio, receiver.handlers());

/** The saved variables are there: takes them in and shows what they hold. */
function takeInSavedData(): void {
  saved = restore(DCIntegrationDB, cache);
  DCIntegrationDB = saved;
  revisions.restore(saved.held);
  anchor.apply(saved.settings);
  for (const dataType of DATA_SETS) {
    if (cache.holdsAny(dataType)) DCIntegration.BroadcastUpdate(dataType);
  }
}

/** The player is in the world, and every addon is loaded. */
function startSession(): void {
  startBrokerFeed(DCIntegration, texts, commands.openOptions);
  if (aio === undefined) say(texts.aioMissing);
  else hello.start();
}

function onAddonLoaded(addonName: unknown): void {
  if (addonName !== ADDON_NAME) return;
  gameEvents.off("ADDON_LOADED");
  takeInSavedData();
  // Loaded on demand, PLAYER_LOGIN is over.
  if (IsLoggedIn() === 1) startSession();
  else gameEvents.on("PLAYER_LOGIN", startSession);
}

if (isSentByRealm()) {
  // AIO has put the saved variables back and runs sent code when the player is in the world.
  takeInSavedData();
  startSession();
} else gameEvents.on("ADDON_LOADED", onAddonLoaded);
