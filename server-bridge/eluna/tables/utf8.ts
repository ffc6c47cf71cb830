/** Bytes from 128 to 191 go on with a character of UTF-8 that an earlier one has begun. */
function goesOn(text: string, place: number): boolean {
  const byte = string.byte(text, place);
  return byte >= 128 && byte < 192;
}

/** At most the first `limit` bytes of `text`, without half a character at the end. */
export function cutToBytes(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let last = limit;
  while (last > 0 && goesOn(text, last + 1)) last--;
  return string.sub(text, 1, last);
}

/** The first bytes that begin a character of more than one, what its second byte may be, and how many it has (RFC 3629). */
const LONG_CHARACTERS = [
  { first: 194, last: 223, least: 128, most: 191, length: 2 },
  { first: 224, last: 224, least: 160, most: 191, length: 3 },
  { first: 225, last: 236, least: 128, most: 191, length: 3 },
  { first: 237, last: 237, least: 128, most: 159, length: 3 },
  { first: 238, last: 239, least: 128, most: 191, length: 3 },
  { first: 240, last: 240, least: 144, most: 191, length: 4 },
  { first: 241, last: 243, least: 128, most: 191, length: 4 },
  { first: 244, last: 244, least: 128, most: 143, length: 4 },
] as const;

function findLong(byte: number): (typeof LONG_CHARACTERS)[number] | undefined {
  for (const row of LONG_CHARACTERS) if (byte >= row.first && byte <= row.last) return row;
  return undefined;
}

/** Bytes of the character that begins at `place`; 0 if none does. */
function lengthAt(text: string, place: number): number {
  const byte = string.byte(text, place);
  if (byte < 128) return 1;
  const row = findLong(byte);
  if (row === undefined || place + row.length - 1 > text.length) return 0;
  const second = string.byte(text, place + 1);
  if (second < row.least || second > row.most) return 0;
  for (let index = 2; index < row.length; index++) if (!goesOn(text, place + index)) return 0;
  return row.length;
}

/** The character of Latin-1 that `byte`, 128 to 255, is. */
function fromLatin1(byte: number): string {
  return byte < 192 ? string.char(194, byte) : string.char(195, byte - 64);
}

/**
 * `text` itself if it is UTF-8. Otherwise each byte that is part of no character is taken for one of Latin-1, as which a script
 * file may have been saved: two texts stay two, and the database refuses neither.
 */
export function toUtf8(text: string): string {
  const [foreign] = string.find(text, "[^%z\x01-\x7f]");
  if (foreign === undefined) return text;
  const parts = [string.sub(text, 1, foreign - 1)];
  let place = foreign;
  while (place <= text.length) {
    const length = lengthAt(text, place);
    const isCharacter = length > 0;
    parts.push(
      isCharacter ? string.sub(text, place, place + length - 1) : fromLatin1(string.byte(text, place)),
    );
    place += isCharacter ? length : 1;
  }
  return parts.join("");
}
