/** Every text that the addon shows. `%s` and `%d` are filled in by `format`, in this order in every language. */
export const enUS = {
  newUnlock: "New Unlock!",
  from: "From: %s",
  unnamedUnlock: "%s %d",
  title: "Title",
  mount: "Mount",
  pet: "Pet",
  transmog: "Appearance",
  cosmetic: "Cosmetic",
  ability: "Ability",
  perk: "Perk",

  aioMissing: "AIO_Client is not loaded, so nothing comes from the realm. Shown is what was saved last time.",
  protocolDiffers:
    "This addon (version %s) speaks protocol %d, the realm (version %s) protocol %d. What both know goes on working.",

  newerVersion:
    "The realm offers version %s of this addon; version %s is installed and runs. Please update it.",

  prestige: "Prestige",
  rating: "Mythic+ rating",
  seasonLevel: "Season level",
  highestKey: "Highest key",
  feed: "P%d  M+ %d",
  stale: "saved data, the realm has not answered yet",
  inStep: "in step with the realm",
  clickForOptions: "Click for the options.",

  statusVersion: "Version %s, protocol %d; realm version %s.",
  statusData: "Prestige %d, Mythic+ rating %d, season level %d, highest key %d (%s).",
  unnamedCurrency: "Currency %s",
  statusWeekly: "%s: %s of %s this week.",
  statusDropped: "%d messages from the realm were not understood and dropped.",
  unknownVersion: "unknown",
  positionReset: "Notifications are back in their place.",
  help: "%s status: what is known; test: a test notification; reset: notifications back in their place; options: the options.",

  testTitle: "Test notification",
  testText: "This is how an unlock looks.",
  testSubtext: "Drag it to where you want it.",

  optionsToasts: "Show notifications",
  optionsSound: "Play a sound with them",
  optionsScale: "Size",
  optionsReset: "Reset position",
  optionsTest: "Show one",
};

export type Texts = { [Key in keyof typeof enUS]: string };
