/** The numbers of AIO 1.75's wire format and its limits. */

export const VERSION = 1.75;

/** One direction of the wire. */
export interface Direction {
  readonly prefix: string;
  /** Bytes of `prefix TAB text` that one addon message may have. */
  readonly longestFrame: number;
}

export const FROM_CLIENT: Direction = { prefix: "CAIO", longestFrame: 255 };
export const FROM_SERVER: Direction = { prefix: "SAIO", longestFrame: 2560 };

/** Largest number that two bytes without NUL can hold, hence also the largest message id and part count. */
export const LARGEST_NUMBER = 64769;

/** Block arguments that the server accepts; the client has no such limit. */
export const MOST_ARGUMENTS = 15;

/** Text length from which on the server ignores what a client sends, in bytes. */
export const REFUSED_TEXT_LENGTH = 510;

/** Bytes of long messages that the server counts per player before it throws unfinished ones away. */
export const RECEIVE_SPACE = 500000;

/** Life of an unfinished message in seconds: meant as 15 s, but compared with a thousand times that. */
export const RECEIVE_LIFE = 15000;

/** Pause after an Init during which the server ignores further ones of that character, in milliseconds. */
export const INIT_PAUSE = 5000;
