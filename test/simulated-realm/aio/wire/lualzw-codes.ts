/**
 * The codes of lualzw without NUL bytes in new words. Words are numbered: 0..255 are the single bytes, written
 * `byte 01`; from 256 on come the words of the dictionary, written `a b` with a = 1..255 running first and b = 2..255.
 */

export const FIRST_WORD = 256;

const SINGLE_BYTE = 1;
const FIRST_ROW = 2;
const ROW_LENGTH = 255;
const ROWS = 254;

/** The number that no dictionary reaches: the word that would get it starts a new dictionary. */
export const END_OF_WORDS = FIRST_WORD + ROWS * ROW_LENGTH;

export const COMPRESSED = "c";
export const UNCOMPRESSED = "u";

/** The two bytes of a word's number. */
export function writeCode(word: number): string {
  if (word < FIRST_WORD) return string.char(word, SINGLE_BYTE);
  const index = word - FIRST_WORD;
  return string.char((index % ROW_LENGTH) + 1, math.floor(index / ROW_LENGTH) + FIRST_ROW);
}

/** The word number of the code at `at`, or a number that no word has (a code with a byte 00, or half a code). */
export function readCode(text: string, at: number): number {
  if (at === text.length) return -1;
  const low = string.byte(text, at);
  const high = string.byte(text, at + 1);
  if (high === SINGLE_BYTE) return low;
  if (low === 0 || high === 0) return -1;
  return FIRST_WORD + (high - FIRST_ROW) * ROW_LENGTH + low - 1;
}
