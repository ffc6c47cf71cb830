import { COMPRESSED, END_OF_WORDS, FIRST_WORD, UNCOMPRESSED, writeCode } from "./lualzw-codes";

/** `u` and the text, or `c` and its codes if that is shorter. */
export function compress(this: void, text: string): string {
  const codes = table.concat(encode(text));
  return codes.length < text.length ? COMPRESSED + codes : UNCOMPRESSED + text;
}

/**
 * The codes of the longest known words, one behind the other. The dictionary is a tree: `word * 256 + byte` leads
 * to the word that is one byte longer, so no word is ever put together as text.
 */
function encode(text: string): string[] {
  const codes: string[] = [];
  let longer = new LuaTable<number, number>();
  let words = FIRST_WORD;
  let word: number | undefined;
  for (let i = 1; i <= text.length; i++) {
    const byte = string.byte(text, i);
    const step: number | undefined = word === undefined ? byte : longer.get(word * 256 + byte);
    if (word !== undefined && step === undefined) {
      codes.push(writeCode(word));
      if (words === END_OF_WORDS) {
        longer = new LuaTable();
        words = FIRST_WORD;
      }
      longer.set(word * 256 + byte, words);
      words++;
    }
    word = step ?? byte;
  }
  if (word !== undefined) codes.push(writeCode(word));
  return codes;
}
