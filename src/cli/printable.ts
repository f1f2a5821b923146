// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** A text from somebody's file as a terminal may show it: on one line, and without codes that steer the terminal. */
export function printable(text: string): string {
  return text.replace(CONTROL, " ");
}
