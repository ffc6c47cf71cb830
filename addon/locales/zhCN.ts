import type { Texts } from "./enUS";

export const zhCN: Partial<Texts> = {
  newUnlock: "新解锁！",
  from: "来自：%s",
  title: "头衔",
  mount: "坐骑",
  pet: "宠物",
  transmog: "外观",
  cosmetic: "装饰",
  ability: "技能",
  perk: "特权",
  aioMissing: "未加载 AIO_Client，无法接收服务器数据。当前显示的是上次保存的数据。",
  prestige: "威望",
  rating: "大秘境评分",
  seasonLevel: "赛季等级",
  highestKey: "最高钥石",
  optionsToasts: "显示通知",
  optionsSound: "播放声音",
  optionsScale: "大小",
  optionsReset: "重置位置",
  optionsTest: "显示示例",
};
