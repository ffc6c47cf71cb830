import type { Texts } from "./enUS";

export const frFR: Texts = {
  newUnlock: "Nouveau déblocage !",
  from: "Source : %s",
  unnamedUnlock: "%s %d",
  title: "Titre",
  mount: "Monture",
  pet: "Mascotte",
  transmog: "Apparence",
  cosmetic: "Cosmétique",
  ability: "Technique",
  perk: "Avantage",

  aioMissing:
    "AIO_Client n'est pas chargé : rien n'arrive du royaume. Les données affichées sont les dernières enregistrées.",
  protocolDiffers:
    "Cet addon (version %s) parle le protocole %d, le royaume (version %s) le protocole %d. Ce que les deux connaissent continue de fonctionner.",

  newerVersion:
    "Le royaume propose la version %s de cet addon ; la version %s est installée et fonctionne. Mettez-la à jour.",

  prestige: "Prestige",
  rating: "Cote Mythique+",
  seasonLevel: "Niveau de saison",
  highestKey: "Meilleure clé",
  feed: "P%d  M+ %d",
  stale: "données enregistrées, le royaume n'a pas encore répondu",
  inStep: "à jour avec le royaume",
  clickForOptions: "Cliquez pour les options.",

  statusVersion: "Version %s, protocole %d ; version du royaume %s.",
  statusData: "Prestige %d, cote Mythique+ %d, niveau de saison %d, meilleure clé %d (%s).",
  unnamedCurrency: "Monnaie %s",
  statusWeekly: "%s : %s sur %s cette semaine.",
  statusDropped: "%d messages du royaume étaient incompréhensibles et ont été ignorés.",
  unknownVersion: "inconnue",
  positionReset: "Les notifications ont retrouvé leur place.",
  help: "%s status : ce qui est connu ; test : une notification d'essai ; reset : remet les notifications à leur place ; options : les options.",

  testTitle: "Notification d'essai",
  testText: "Voici à quoi ressemble un déblocage.",
  testSubtext: "Faites-la glisser où vous voulez.",

  optionsToasts: "Afficher les notifications",
  optionsSound: "Jouer un son",
  optionsScale: "Taille",
  optionsReset: "Réinitialiser la position",
  optionsTest: "En montrer une",
};
