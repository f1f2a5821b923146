/**
 * The word that was probably meant: the one with the fewest letters to change, if those are few.
 *
 * Levenshtein's distance (1966) over one row.
 */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const most = Math.min(3, Math.floor(word.length / 2));
  let best: string | undefined;
  let least = most + 1;
  for (const candidate of words) {
    // A word so different in length cannot be near; long texts are not compared at all.
    if (Math.abs(candidate.length - word.length) > most) continue;
    const letters = distance(word.toLowerCase(), candidate.toLowerCase());
    if (letters < least) {
      best = candidate;
      least = letters;
    }
  }
  return best;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = row[j - 1]! + Number(a[i - 1] !== b[j - 1]);
      next.push(Math.min(changed, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
