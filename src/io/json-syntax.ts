/** Where a text stops being JSON, and why. */
export interface SyntaxFault {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units as editors count them. */
  readonly column: number;
  /** A sentence without its place. */
  readonly message: string;
  readonly mend: string;
}

/** Deeper nesting is refused before anybody's parser runs out of stack over it. */
const DEEPEST = 10_000;

/** What may follow a backslash in a text. */
const ESCAPE = /^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/;

type Expecting = "value" | "first value" | "key" | "first key" | "colon" | "comma" | "nothing";

/** An open list or object. */
interface Open {
  readonly close: "]" | "}";
  readonly at: number;
  readonly keys: Set<string>;
}

class Fault extends Error {
  readonly at: number;
  readonly mend: string;
  constructor(at: number, message: string, mend: string) {
    super(message);
    this.at = at;
    this.mend = mend;
  }
}

/**
 * Finds the first place where a text is not JSON (RFC 8259), with words that are the same in every browser. A key that
 * stands twice in one object is a fault too: `JSON.parse` would silently lose the first.
 *
 * @returns `undefined` if `JSON.parse` will read it.
 */
export function syntaxFault(text: string): SyntaxFault | undefined {
  try {
    scan(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const before = text.slice(0, error.at);
    const line = before.split("\n").length;
    return { line, column: error.at - before.lastIndexOf("\n"), message: error.message, mend: error.mend };
  }
}

interface Scan {
  readonly text: string;
  readonly open: Open[];
  at: number;
  expecting: Expecting;
}

function scan(text: string): void {
  const state: Scan = { text, open: [], at: 0, expecting: "value" };
  for (;;) {
    while (isSpace(text.charCodeAt(state.at))) state.at++;
    if (state.at >= text.length) break;
    TAKE[state.expecting](state, text[state.at]!, state.open.at(-1));
  }
  if (state.expecting !== "nothing") throw endingEarly(state);
}

/** What may stand next: each moves on behind it or throws a fault. */
const TAKE: Readonly<Record<Expecting, (state: Scan, character: string, inner: Open | undefined) => void>> = {
  value: takeValue,
  "first value": (state, character, inner) => (character === "]" ? leave(state) : takeValue(state, character, inner)),
  key: takeKey,
  "first key": (state, character, inner) => (character === "}" ? leave(state) : takeKey(state, character, inner)),
  colon(state, character) {
    if (character !== ":") {
      throw new Fault(
        state.at,
        `A colon is missing before ${shown(character)}.`,
        "Put “:” between a field's name and its value.",
      );
    }
    state.expecting = "value";
    state.at++;
  },
  comma(state, character, inner) {
    if (character === inner?.close) {
      leave(state);
      return;
    }
    if (character !== ",") {
      const mend = `Put “,” between entries, or “${inner?.close}” after the last.`;
      throw new Fault(state.at, `A comma is missing before ${shown(character)}.`, mend);
    }
    state.expecting = inner?.close === "}" ? "key" : "value";
    state.at++;
  },
  nothing({ at }, character) {
    throw new Fault(at, `The file should end here, but ${shown(character)} follows.`, "Take away what follows.");
  },
};

function takeValue(state: Scan, character: string, inner: Open | undefined): void {
  const { text, at } = state;
  if (character === "{") enter(state, "}", "first key");
  else if (character === "[") enter(state, "]", "first value");
  else if (character === "]" && inner?.close === "]") {
    throw new Fault(at, "A comma stands after the last entry.", "Take the comma away.");
  } else {
    state.at = character === '"' ? endOfText(text, at) : endOfWord(text, at);
    state.expecting = inner ? "comma" : "nothing";
  }
}

function takeKey(state: Scan, character: string, inner: Open | undefined): void {
  const { text, at } = state;
  if (character === "}") throw new Fault(at, "A comma stands after the last field.", "Take the comma away.");
  if (character !== '"') {
    const message = `A field's name in double quotes should stand here, not ${shown(character)}.`;
    throw new Fault(at, message, "Write the name in double quotes.");
  }
  const end = endOfText(text, at);
  const key: string = JSON.parse(text.slice(at, end));
  if (inner?.keys.has(key)) {
    throw new Fault(at, `The field “${key}” stands twice in the same object.`, "Keep one of the two.");
  }
  inner?.keys.add(key);
  state.at = end;
  state.expecting = "colon";
}

function enter(state: Scan, close: "]" | "}", next: Expecting): void {
  if (state.open.length === DEEPEST) {
    const message = `The file is nested more than ${DEEPEST} levels deep.`;
    throw new Fault(state.at, message, "Take away the innermost lists and objects.");
  }
  state.open.push({ close, at: state.at, keys: new Set() });
  state.expecting = next;
  state.at++;
}

function leave(state: Scan): void {
  state.open.pop();
  state.expecting = state.open.length > 0 ? "comma" : "nothing";
  state.at++;
}

function endingEarly({ text, at, open }: Scan): Fault {
  const inner = open.at(-1);
  if (!inner) return new Fault(at, "The file is empty.", "Open another file; this one may not have been saved whole.");
  const line = text.slice(0, inner.at).split("\n").length;
  const what = inner.close === "}" ? "an object" : "a list";
  const message = `The file ends in the middle of ${what} that began in line ${line}.`;
  return new Fault(at, message, "Open a whole copy; this one has been cut short.");
}

function endOfText(text: string, start: number): number {
  for (let at = start + 1; ; at++) {
    const code = text.charCodeAt(at);
    if (Number.isNaN(code)) throw new Fault(start, "A text begins here and never ends.", 'Put " at its end.');
    if (code < 32) {
      const mend = "End the text before it, or write “\\n” or “\\t”.";
      throw new Fault(at, "A line break or tab stands in the middle of a text.", mend);
    }
    if (code === 34) return at + 1;
    if (code !== 92) continue;
    at++;
    if (!ESCAPE.test(text.slice(at, at + 5))) {
      const message = "A backslash in a text begins nothing that JSON knows.";
      throw new Fault(at - 1, message, "Write two backslashes for one.");
    }
  }
}

/** The end of a number, `true`, `false` or `null`. */
function endOfWord(text: string, start: number): number {
  let end = start;
  while (end < text.length && isWordPart(text.charCodeAt(end))) end++;
  const word = text.slice(start, end);
  if (word === "true" || word === "false" || word === "null") return end;
  if (isNumber(word)) return end;
  const number = /^[-+.\d]/.test(word);
  throw new Fault(
    start,
    number
      ? `${shown(word)} is no number as JSON writes it.`
      : `A value should stand here, not ${shown(word === "" ? text[start]! : word)}.`,
    number
      ? "Write it as in 12, -0.5 or 1e3."
      : "Put texts in double quotes; other values are numbers, true, false, null, lists and objects.",
  );
}

function isNumber(word: string): boolean {
  let at = word[0] === "-" ? 1 : 0;
  const digits = () => {
    const from = at;
    while (at < word.length && word.charCodeAt(at) >= 48 && word.charCodeAt(at) <= 57) at++;
    return at - from;
  };
  const whole = at;
  const length = digits();
  if (length === 0 || (length > 1 && word[whole] === "0")) return false;
  if (word[at] === ".") {
    at++;
    if (digits() === 0) return false;
  }
  if (word[at] === "e" || word[at] === "E") {
    at++;
    if (word[at] === "+" || word[at] === "-") at++;
    if (digits() === 0) return false;
  }
  return at === word.length;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

/** Letters, digits and whatever else people type as one word. */
function isWordPart(code: number): boolean {
  return !isSpace(code) && !',:[]{}"'.includes(String.fromCharCode(code));
}

function shown(text: string): string {
  const code = text.codePointAt(0) ?? 0;
  if (code < 32 || (code >= 0x7f && code < 0xa0)) return "a character that cannot be seen";
  const seen = text.replace(/\p{Cc}/gu, "�");
  return seen.length > 20 ? `“${seen.slice(0, 20)}…”` : `“${seen}”`;
}
