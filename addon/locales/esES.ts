import type { Texts } from "./enUS";

export const esES: Texts = {
  newUnlock: "¡Nuevo desbloqueo!",
  from: "De: %s",
  unnamedUnlock: "%s %d",
  title: "Título",
  mount: "Montura",
  pet: "Mascota",
  transmog: "Apariencia",
  cosmetic: "Cosmético",
  ability: "Facultad",
  perk: "Ventaja",

  aioMissing:
    "AIO_Client no está cargado, así que no llega nada del reino. Se muestra lo último que se guardó.",
  protocolDiffers:
    "Este addon (versión %s) habla el protocolo %d, el reino (versión %s) el protocolo %d. Lo que ambos conocen sigue funcionando.",

  newerVersion:
    "El reino ofrece la versión %s de este addon; está instalada y funciona la versión %s. Actualízala.",

  prestige: "Prestigio",
  rating: "Índice de Mítica+",
  seasonLevel: "Nivel de temporada",
  highestKey: "Mejor piedra angular",
  feed: "P%d  M+ %d",
  stale: "datos guardados, el reino aún no ha respondido",
  inStep: "al día con el reino",
  clickForOptions: "Haz clic para ver las opciones.",

  statusVersion: "Versión %s, protocolo %d; versión del reino %s.",
  statusData: "Prestigio %d, índice de Mítica+ %d, nivel de temporada %d, mejor piedra angular %d (%s).",
  unnamedCurrency: "Moneda %s",
  statusWeekly: "%s: %s de %s esta semana.",
  statusDropped: "%d mensajes del reino no se entendieron y se descartaron.",
  unknownVersion: "desconocida",
  positionReset: "Las notificaciones han vuelto a su sitio.",
  help: "%s status: lo que se sabe; test: una notificación de prueba; reset: notificaciones a su sitio; options: las opciones.",

  testTitle: "Notificación de prueba",
  testText: "Así se ve un desbloqueo.",
  testSubtext: "Arrástrala adonde quieras.",

  optionsToasts: "Mostrar notificaciones",
  optionsSound: "Reproducir un sonido con ellas",
  optionsScale: "Tamaño",
  optionsReset: "Restablecer posición",
  optionsTest: "Mostrar una",
};
