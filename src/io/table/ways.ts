import type { Exit, Flow } from "../../model/process.ts";

/** What a table says of one flow besides where it leads. */
export type Way = Pick<Flow, "label" | "share" | "on" | "otherwise"> & {
  /** Its rule, as text; only where rules are read and written. */
  readonly rule?: string;
};

const EXIT_WORDS: Readonly<Record<Exclude<Exit, "done">, string>> = { "gives-up": "gives up", full: "queue full" };
/** What stands for “nothing follows” in the column Next. */
export const NOWHERE = "–";

const OTHERWISE = "otherwise";
const IF = "if ";
const BETWEEN = " · ";

/** A way in a few words, as in “Yes · 70 %”; `""` for one with nothing to say. `readWay` reads it again. */
export function wayWords({ label, share, on, otherwise, rule }: Way): string {
  const parts = [
    label === undefined || label === "" ? "" : labelWords(label),
    share === undefined ? "" : shareWords(share),
    rule === undefined ? "" : IF + rule,
    otherwise ? OTHERWISE : "",
    on === undefined || on === "done" ? "" : EXIT_WORDS[on],
  ];
  return parts.filter((part) => part !== "").join(BETWEEN);
}

/**
 * Reads what `wayWords` writes; whatever else it is given is a label.
 *
 * @param ruled - Whether “if …” is a rule, and no label.
 */
export function readWay(words: string, ruled = false): Way {
  const way: { -readonly [K in keyof Way]: Way[K] } = {};
  const labels: string[] = [];
  for (const part of parts(words)) {
    const share = shareOf(part);
    const exit = (Object.keys(EXIT_WORDS) as (keyof typeof EXIT_WORDS)[]).find((on) => EXIT_WORDS[on] === part);
    if (share !== undefined && way.share === undefined) way.share = share;
    else if (exit && way.on === undefined) way.on = exit;
    else if (part === OTHERWISE && !way.otherwise) way.otherwise = true;
    else if (ruled && part.startsWith(IF) && way.rule === undefined) way.rule = part.slice(IF.length).trim();
    else labels.push(/^“.*”$/s.test(part) ? part.slice(1, -1).replace(/\\(.)/gs, "$1") : part);
  }
  return labels.length === 0 ? way : { label: labels.join(BETWEEN), ...way };
}

/**
 * Where an entry of the column Next leads, and by which way.
 *
 * @param ruled - Whether “if …” is a rule, and no label.
 *
 * @example
 * readTarget("Won [Yes · 70 %]"); // { target: "Won", way: { label: "Yes", share: 0.7 } }
 */
export function readTarget(item: string, ruled = false): { readonly target: string; readonly way: Way } {
  const open = item.endsWith("]") ? openingOf(item) : -1;
  const target = (open < 0 ? item : item.slice(0, open)).trim();
  return { target, way: open < 0 ? {} : readWay(item.slice(open + 1, -1), ruled) };
}

/** Writes an entry of the column Next, so that `readTarget` reads it again. */
export function targetWords(target: string, way: Way): string {
  const words = wayWords(way);
  // Empty brackets say that those before them are a part of the name.
  return words === "" && !target.endsWith("]") && target !== NOWHERE ? target : `${target} [${words}]`;
}

function labelWords(label: string): string {
  const read = readWay(label, true);
  const plain = read.label === label && Object.keys(read).length === 1 && !/[[\]\\“”]/.test(label);
  return plain ? label : `“${label.replace(/[\\“”]/g, "\\$&")}”`;
}

function shareWords(share: number): string {
  const percent = String(Number((share * 100).toPrecision(12)));
  return Number(percent) / 100 === share ? `${percent} %` : `share ${share}`;
}

function shareOf(part: string): number | undefined {
  const [, percent, share] = /^(?:([-+.\de]{1,24}) ?%|share ([-+.\de]{1,24}))$/.exec(part) ?? [];
  const number = percent === undefined ? Number(share ?? Number.NaN) : Number(percent) / 100;
  return Number.isFinite(number) ? number : undefined;
}

/** Between the dots that are not in quotes. */
function parts(words: string): readonly string[] {
  const found: string[] = [];
  let part = "";
  let quoted = false;
  for (let at = 0; at < words.length; at++) {
    const character = words[at]!;
    if (quoted && character === "\\") {
      part += character + (words[++at] ?? "");
      continue;
    }
    if (character === "“" && (part.trim() === "" || part.trimStart().startsWith(IF))) quoted = true;
    if (character === "”") quoted = false;
    if (character === "·" && !quoted) {
      found.push(part.trim());
      part = "";
    } else part += character;
  }
  return [...found, part.trim()].filter((each) => each !== "");
}

/** Where the bracket opens that the last character closes; -1 if none does. */
function openingOf(item: string): number {
  let quoted = false;
  let open = -1;
  for (let at = 0; at < item.length - 1; at++) {
    const character = item[at];
    if (quoted && character === "\\") at++;
    else if (character === "“" && open >= 0) quoted = true;
    else if (character === "”") quoted = false;
    else if (character === "[" && !quoted) open = at;
    else if (character === "]" && !quoted) open = -1;
  }
  return open;
}
