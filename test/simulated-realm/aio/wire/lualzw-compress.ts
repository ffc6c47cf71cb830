import { COMPRESSED, END_OF_WORDS, FIRST_WORD, UNCOMPRESSED, writeCode } from "./lualzw-codes";

/** `c` and the codes if that is shorter than the text alone, else `u` and the text. */
export function compress(this: void, text: string): string {
  const codes = table.concat(encode(text));
  return COMPRESSED.length + codes.length < text.length ? COMPRESSED + codes : UNCOMPRESSED + text;
}

/** The words that have been written so far. */
class Dictionary {
  private codes = new LuaTable<string, string>();
  private next = FIRST_WORD;

  /** The code of a word, or nil if it has none yet. */
  codeOf(word: string): string | undefined {
    return word.length === 1 ? writeCode(string.byte(word)) : this.codes.get(word);
  }

  /**
   * Gives a word its code. The first word of a new dictionary is one longer than a word of the old: its beginnings
   * may be missing, so words are kept as text, where a tree of bytes would lose it.
   */
  add(word: string): void {
    if (this.next === END_OF_WORDS) {
      this.codes = new LuaTable();
      this.next = FIRST_WORD;
    }
    this.codes.set(word, writeCode(this.next));
    this.next++;
  }
}

/** The codes of the longest known words, one behind the other; behind each a word that is one byte longer is new. */
function encode(text: string): string[] {
  const dictionary = new Dictionary();
  const codes: string[] = [];
  let word = "";
  let code: string | undefined;
  for (let i = 1; i <= text.length; i++) {
    const byte = string.sub(text, i, i);
    const longer = word + byte;
    const longerCode = dictionary.codeOf(longer);
    if (longerCode !== undefined) {
      word = longer;
      code = longerCode;
    } else {
      if (code !== undefined) codes.push(code);
      dictionary.add(longer);
      word = byte;
      code = dictionary.codeOf(byte);
    }
  }
  if (code !== undefined) codes.push(code);
  return codes;
}
