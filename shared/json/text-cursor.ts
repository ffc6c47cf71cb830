import { countCharacters } from "./characters";

/** A place in a string that is being read. A unit is what the host's strings consist of: a byte or 16 bits. */
export class TextCursor {
  position = 0;

  constructor(private readonly text: string) {}

  /** Raises `problem` with the place in words, and without a position in the program. */
  fail(problem: string): never {
    const place = this.atEnd()
      ? "the end"
      : `character ${(countCharacters(this.text, this.position) + 1).toFixed(0)}`;
    error(`${problem}, at ${place}`, 0);
  }

  atEnd(): boolean {
    return this.position >= this.text.length;
  }

  /** The unit at the position; past the end it is not a number, which is neither less nor greater than any. */
  peek(): number {
    return this.text.charCodeAt(this.position);
  }

  /** The units from `start` up to the position. */
  since(start: number): string {
    return this.text.substring(start, this.position);
  }

  /** `count` units, as far as there are so many, from `ahead` units after the position. */
  look(ahead: number, count: number): string {
    return this.text.substring(this.position + ahead, this.position + ahead + count);
  }

  /** Goes past `unit` if it is next. */
  accept(unit: number): boolean {
    if (this.peek() !== unit) return false;
    this.position++;
    return true;
  }

  acceptWord(word: string): boolean {
    if (this.look(0, word.length) !== word) return false;
    this.position += word.length;
    return true;
  }

  /** Goes past what JSON takes for space: blanks, tabs and line ends. */
  skipSpace(): void {
    let unit = this.peek();
    while (unit === 32 || unit === 9 || unit === 10 || unit === 13) {
      this.position++;
      unit = this.peek();
    }
  }
}
