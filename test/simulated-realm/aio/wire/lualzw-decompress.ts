import { COMPRESSED, END_OF_WORDS, FIRST_WORD, UNCOMPRESSED, readCode } from "./lualzw-codes";

const CODE_LENGTH = 2;

/** The words that have been read so far, by their numbers. */
class Dictionary {
  private words = new LuaTable<number, string>();
  private next = FIRST_WORD;

  get(word: number): string | undefined {
    return word >= 0 && word < FIRST_WORD ? string.char(word) : this.words.get(word);
  }

  add(word: string): void {
    if (this.next === END_OF_WORDS) {
      this.words = new LuaTable();
      this.next = FIRST_WORD;
    }
    this.words.set(this.next, word);
    this.next++;
  }
}

/** The text again, or nil and the reason. */
export function decompress(this: void, input: string): LuaMultiReturn<[string] | [undefined, string]> {
  const kind = string.sub(input, 1, 1);
  if (kind === UNCOMPRESSED) return $multi(string.sub(input, 2));
  if (kind !== COMPRESSED || input.length < 1 + CODE_LENGTH) {
    return $multi(undefined, "invalid input - not a compressed string");
  }
  const pieces = decode(input);
  if (pieces === undefined) return $multi(undefined, "could not find last from dict. Invalid input?");
  return $multi(table.concat(pieces));
}

/**
 * The words of all codes. An unknown code stands for "last word + its first byte", which is right for the one word
 * that the writer has made and the reader has not; any other is found out only when another code follows it.
 */
function decode(input: string): string[] | undefined {
  const dictionary = new Dictionary();
  let last = readCode(input, 2);
  const pieces = [dictionary.get(last) ?? ""];
  for (let at = 2 + CODE_LENGTH; at <= input.length; at += CODE_LENGTH) {
    const lastWord = dictionary.get(last);
    if (lastWord === undefined) return undefined;
    last = readCode(input, at);
    const word = dictionary.get(last) ?? lastWord + string.sub(lastWord, 1, 1);
    pieces.push(word);
    dictionary.add(lastWord + string.sub(word, 1, 1));
  }
  return pieces;
}
