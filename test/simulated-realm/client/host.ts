/**
 * What the Node side gives the double (test/simulated-realm/host/game-client.ts). Only text without NUL and numbers
 * survive the way between the two, so everything that may hold other bytes crosses as hexadecimal digits.
 */
export interface Host {
  /** `SendAddonMessage`, the text in hexadecimal digits. */
  readonly send: (this: void, prefixHex: string, textHex: string, chatType: string, target: string) => void;
  /** Appends to one of the client's lists: "chat", "errors", "sounds", "violations". */
  readonly record: (this: void, list: string, textHex: string) => void;
  readonly reload: (this: void) => void;
  /** What the game has under a global name that this double does not define. */
  readonly kindOf: (this: void, name: string) => GlobalKind;
  /** All methods of a widget type, its parents' included, separated by blanks; "" for an unknown type. */
  readonly methodsOf: (this: void, type: string) => string;
  /** The type and its parents, the nearest first, separated by blanks. */
  readonly lineageOf: (this: void, type: string) => string;
  /** The frame type as the lists write it, whatever its letter case; "" for an unknown one. */
  readonly frameType: (this: void, type: string) => string;
  /** The widget type of a `CreateAnimation` type; "" for an unknown one. */
  readonly animationWidget: (this: void, type: string) => string;
  readonly isTemplate: (this: void, name: string) => boolean;
  readonly isEvent: (this: void, name: string) => boolean;
  readonly playerName: string;
  readonly locale: string;
  readonly level: number;
}

/** `expected` is a name of another addon or of the bundler that code asks for although it may be missing. */
export type GlobalKind = "text" | "font" | "other" | "expected" | "absent";

declare const _G: { readonly host: Host };

export const host: Host = _G.host;
