/** Longest line of an answer that is put together from parts, in bytes. */
const LINE_LENGTH = 120;

/** The words of `text`. */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  for (const [word] of string.gmatch(text, "%S+")) if (word !== undefined) words.push(word);
  return words;
}

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

/** `parts` with commas between them, in lines of a length that a chat window can show. */
export function inLines(title: string, parts: readonly string[]): string[] {
  const lines: string[] = [];
  let line = title;
  for (let index = 0; index < parts.length; index++) {
    const part = (parts[index] ?? "") + (index + 1 < parts.length ? "," : "");
    if (line.length + part.length >= LINE_LENGTH) {
      lines.push(line);
      line = " ";
    }
    line = `${line} ${part}`;
  }
  lines.push(line);
  return lines;
}

/** Digits alone as a number; undefined for everything else. Its size is for the caller to check. */
export function readWhole(word: string | undefined): number | undefined {
  const [digits] = string.match(word ?? "", "^%d+$");
  return digits === undefined ? undefined : tonumber(digits);
}
