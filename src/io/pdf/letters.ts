/** What the fonts that every PDF reader has can write: Latin as in Western Europe. */
const WESTERN = /^[\u0020-\u007e\u00a0-\u00ff]*$/;

/**
 * What the font that we embed, DejaVu Sans, can write from left to right without joining letters: Latin, Greek, Cyrillic,
 * Armenian, Georgian, punctuation, arrows, mathematics and other signs.
 */
const EMBEDDED =
  /[\u0020-\u007e\u00a0-\u0377\u037a-\u037f\u0384-\u0527\u0531-\u0556\u0559-\u058a\u10a0-\u10c5\u10d0-\u10fc\u1e00-\u20bf\u2100-\u23cf\u2423\u2460-\u2473\u2500-\u27bf]/;

/** What stands for a letter that no font here has. */
const UNKNOWN = "□";

/** Whether the fonts that every PDF reader has can write a text. */
export function isWestern(text: string): boolean {
  return WESTERN.test(text);
}

/** The text, with a box for each letter that the embedded font lacks. */
export function writable(text: string): string {
  return Array.from(text, (letter) => (EMBEDDED.test(letter) ? letter : /\s/.test(letter) ? " " : UNKNOWN)).join("");
}

/** Whether the PDF shows a text as it is. */
export function isWritable(text: string): boolean {
  return Array.from(text).every((letter) => EMBEDDED.test(letter) || /\s/.test(letter));
}
