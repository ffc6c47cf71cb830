/** `ok`: as it should be; `--`: it is not; `!!`: an error; two spaces: what somebody says. */
export type Mark = "ok" | "--" | "!!" | "  ";

const PLACE_WIDTH = 20;
const INDENT = " ".repeat(PLACE_WIDTH + 8);

/** One line of the demo; further lines of a string stand below its first. */
export function printLine(mark: Mark, where: string, text: string): void {
  console.log(`   ${mark}  ${where.padEnd(PLACE_WIDTH)} ${text.trimEnd().replaceAll("\n", `\n${INDENT}`)}`);
}
