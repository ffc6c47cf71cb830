/** A slip of the pen: one letter too many, too few or wrong, or two of them changed about. */
const MOST_EDITS = 2;

/** How many letters have to be put in, taken out or replaced to make one text of the other. */
function edits(left: string, right: string): number {
  let row: number[] = [];
  for (let column = 0; column <= right.length; column++) row.push(column);
  for (let line = 1; line <= left.length; line++) {
    const next = [line];
    for (let column = 1; column <= right.length; column++) {
      const isSame = left.charCodeAt(line - 1) === right.charCodeAt(column - 1);
      const replaced = (row[column - 1] ?? 0) + (isSame ? 0 : 1);
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}

/**
 * Which of `names` somebody has meant who wrote `word`: the one that differs by the fewest letters and by two at the most, whatever their
 * case; undefined if there is none. The first of several.
 */
export function nearestName(word: string, names: readonly string[]): string | undefined {
  let nearest: string | undefined;
  let fewest = MOST_EDITS + 1;
  for (const name of names) {
    const isNear = Math.abs(name.length - word.length) < fewest;
    const distance = isNear ? edits(word.toLowerCase(), name.toLowerCase()) : fewest;
    if (distance < fewest) {
      nearest = name;
      fewest = distance;
    }
  }
  return nearest;
}
