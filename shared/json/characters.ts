/** Lua's texts are UTF-8 bytes and JavaScript's are UTF-16 units; a row has to be judged alike by both. */
const IN_BYTES = "é".length === 2;

/** Whether `unit` goes on with a character that an earlier unit began. */
function continues(unit: number): boolean {
  return IN_BYTES ? unit >= 0x80 && unit < 0xc0 : unit >= 0xdc00 && unit < 0xe000;
}

/** How many characters begin in `text` before the index `end`. */
export function countCharacters(text: string, end: number): number {
  let count = 0;
  for (let index = 0; index < end; index++) {
    if (!continues(text.charCodeAt(index))) count++;
  }
  return count;
}

function continuation(codePoint: number, shift: number): number {
  return 0x80 + (Math.floor(codePoint / shift) % 64);
}

function inUtf8(codePoint: number): string {
  const last = continuation(codePoint, 1);
  if (codePoint < 0x80) return String.fromCharCode(codePoint);
  if (codePoint < 0x800) return String.fromCharCode(0xc0 + Math.floor(codePoint / 64), last);
  const middle = continuation(codePoint, 64);
  if (codePoint < 0x10000) return String.fromCharCode(0xe0 + Math.floor(codePoint / 4096), middle, last);
  const second = continuation(codePoint, 4096);
  return String.fromCharCode(0xf0 + Math.floor(codePoint / 262144), second, middle, last);
}

function inUtf16(codePoint: number): string {
  if (codePoint < 0x10000) return String.fromCharCode(codePoint);
  const rest = codePoint - 0x10000;
  return String.fromCharCode(0xd800 + Math.floor(rest / 1024), 0xdc00 + (rest % 1024));
}

/** The character of the code point `codePoint`, 0 to 0x10FFFF without the surrogates. */
export function characterOf(codePoint: number): string {
  return IN_BYTES ? inUtf8(codePoint) : inUtf16(codePoint);
}
