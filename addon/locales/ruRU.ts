import type { Texts } from "./enUS";

export const ruRU: Partial<Texts> = {
  newUnlock: "Новое открытие!",
  from: "Источник: %s",
  title: "Звание",
  mount: "Средство передвижения",
  pet: "Питомец",
  transmog: "Облик",
  ability: "Способность",
  perk: "Преимущество",
  aioMissing: "AIO_Client не загружен, данные с сервера не поступают. Показано то, что было сохранено.",
  prestige: "Престиж",
  rating: "Рейтинг М+",
  seasonLevel: "Уровень сезона",
  highestKey: "Лучший ключ",
  optionsToasts: "Показывать уведомления",
  optionsSound: "Воспроизводить звук",
  optionsScale: "Размер",
  optionsReset: "Сбросить положение",
  optionsTest: "Показать пример",
};
