import type { Texts } from "./enUS";

export const koKR: Partial<Texts> = {
  newUnlock: "새로운 잠금 해제!",
  from: "출처: %s",
  title: "칭호",
  mount: "탈것",
  pet: "애완동물",
  transmog: "외형",
  cosmetic: "장식",
  ability: "능력",
  perk: "특전",
  aioMissing:
    "AIO_Client가 로드되지 않아 서버 데이터를 받을 수 없습니다. 마지막으로 저장된 데이터를 표시합니다.",
  prestige: "명성",
  rating: "쐐기 평점",
  seasonLevel: "시즌 레벨",
  highestKey: "최고 쐐기돌",
  optionsToasts: "알림 표시",
  optionsSound: "소리 재생",
  optionsScale: "크기",
  optionsReset: "위치 초기화",
  optionsTest: "예시 보기",
};
