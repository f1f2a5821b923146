/**
 * Widths of the printable ASCII characters of Helvetica Bold in thousandths of the font size, from
 * Adobe's font metrics (Helvetica-Bold.afm). Bold is the wider cut, so regular text fits too.
 */
// biome-ignore format: a table by code point, 32 to 126
const WIDTHS = [
  278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778,
  722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333,
  278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
  611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];

/** How wide a text is drawn, in pixels, from the font's own metrics: the same without a browser. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    // East Asian characters and emoji are about square; other letters are about as wide as an n.
    width += code >= 0x2e80 ? 1000 : (WIDTHS[code - 32] ?? 611);
  }
  return (width * size) / 1000;
}

/**
 * Breaks a text into lines no wider than `room`: between words, and inside a word only if it alone is too wide.
 *
 * @returns At least one line.
 */
export function wrap(text: string, room: number, size: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text
    // No-break spaces are there to hold things together, such as a number and its unit.
    .split(/[^\S\u00a0\u202f]+/)
    .filter(Boolean)
    .flatMap((each) => pieces(each, room, size))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, size) > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" && lines.length > 0 ? lines : [...lines, line];
}

function pieces(word: string, room: number, size: number): string[] {
  if (textWidth(word, size) <= room) return [word];
  const parts: string[] = [];
  let part = "";
  for (const character of word) {
    if (part !== "" && textWidth(part + character, size) > room) {
      parts.push(part);
      part = "";
    }
    part += character;
  }
  return [...parts, part];
}

/**
 * The first sentence of a text, for where there is room for no more; the whole text where it is one sentence.
 *
 * @example
 * firstSentence("Leads come in. All times are e.g. guesses."); // "Leads come in."
 */
export function firstSentence(text: string): string {
  const whole = text.replace(/\s+/g, " ").trim();
  return /^.*?[.!?](?= \p{Lu})/u.exec(whole)?.[0] ?? whole;
}
