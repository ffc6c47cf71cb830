import type { Texts } from "./enUS";

export const deDE: Texts = {
  newUnlock: "Neu freigeschaltet!",
  from: "Von: %s",
  unnamedUnlock: "%s %d",
  title: "Titel",
  mount: "Reittier",
  pet: "Haustier",
  transmog: "Erscheinung",
  cosmetic: "Verzierung",
  ability: "Fähigkeit",
  perk: "Vorteil",

  aioMissing:
    "AIO_Client ist nicht geladen, vom Realm kommt also nichts an. Gezeigt wird, was zuletzt gespeichert wurde.",
  protocolDiffers:
    "Dieses Addon (Version %s) spricht Protokoll %d, der Realm (Version %s) Protokoll %d. Was beide kennen, funktioniert weiter.",

  newerVersion:
    "Der Realm bietet Version %s dieses Addons an; installiert ist und läuft Version %s. Bitte aktualisieren.",

  prestige: "Prestige",
  rating: "Mythisch+-Wertung",
  seasonLevel: "Saisonstufe",
  highestKey: "Höchster Schlüsselstein",
  feed: "P%d  M+ %d",
  stale: "gespeicherte Daten, der Realm hat noch nicht geantwortet",
  inStep: "auf dem Stand des Realms",
  clickForOptions: "Klicken für die Einstellungen.",

  statusVersion: "Version %s, Protokoll %d; Version des Realms %s.",
  statusData: "Prestige %d, Mythisch+-Wertung %d, Saisonstufe %d, höchster Schlüsselstein %d (%s).",
  unnamedCurrency: "Währung %s",
  statusWeekly: "%s: diese Woche %s von %s.",
  statusDropped: "%d Nachrichten des Realms waren unverständlich und wurden verworfen.",
  unknownVersion: "unbekannt",
  positionReset: "Die Meldungen sind wieder an ihrem Platz.",
  help: "%s status: was bekannt ist; test: eine Testmeldung; reset: Meldungen zurück an ihren Platz; options: die Einstellungen.",

  testTitle: "Testmeldung",
  testText: "So sieht eine Freischaltung aus.",
  testSubtext: "Zieh sie dorthin, wo du sie haben willst.",

  optionsToasts: "Meldungen anzeigen",
  optionsSound: "Dazu einen Klang abspielen",
  optionsScale: "Größe",
  optionsReset: "Position zurücksetzen",
  optionsTest: "Eine zeigen",
};
