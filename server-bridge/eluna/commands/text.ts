/** Longest line of an answer that is put together from parts, in bytes. */
const LINE_LENGTH = 120;

/** The words of `text`. */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  for (const [word] of string.gmatch(text, "%S+")) if (word !== undefined) words.push(word);
  return words;
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
