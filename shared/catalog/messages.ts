/** Version of the messages below. A difference degrades: each side uses what both know. */
export const PROTOCOL_VERSION = 1;

interface MessageRow {
  readonly name: string;
  readonly from: "realm" | "addon";
  /** What the message takes from its sender's token bucket; only what the addon sends is limited. */
  readonly cost: number;
}

/**
 * Every AIO message, once. The names of the first three are the document's. What each carries is the type of the same
 * key in `MessagePayloads`; what the addon sends is checked by the validator of the same key.
 */
export const MESSAGES = {
  profileUpdate: { name: "DC_PROFILE_UPDATE", from: "realm", cost: 0 },
  currencyUpdate: { name: "DC_CURRENCY_UPDATE", from: "realm", cost: 0 },
  unlockGained: { name: "DC_UNLOCK_GAINED", from: "realm", cost: 0 },
  unlockList: { name: "DC_UNLOCK_LIST", from: "realm", cost: 0 },
  weeklyUpdate: { name: "DC_WEEKLY_UPDATE", from: "realm", cost: 0 },
  currencyInfo: { name: "DC_CURRENCY_INFO", from: "realm", cost: 0 },
  welcome: { name: "DC_WELCOME", from: "realm", cost: 0 },
  hello: { name: "DC_HELLO", from: "addon", cost: 5 },
} as const satisfies Record<string, MessageRow>;

export type MessageKey = keyof typeof MESSAGES;

/** Room of a player's token bucket, and how many tokens come back a second. */
export const MESSAGE_BURST = 20;
export const MESSAGE_TOKENS_PER_SECOND = 1;
