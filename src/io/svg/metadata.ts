import { element, escapeXml } from "./element.ts";

const ID = "throughline-process";

/** Packs a process file's text into an SVG's metadata. */
export function packed(json: string): string {
  // JSON may spell these two as they are, XML cannot: spelled as escapes they mean the same.
  const spelled = json.replace(/[\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`);
  return element("metadata", { id: ID }, escapeXml(spelled));
}

/**
 * Finds the text of the process file in an SVG, without parsing the rest of it: also where another program has written
 * the file anew, with other ids, prefixes or spaces, or with words of its own inside the metadata.
 *
 * @returns `undefined` if there is none.
 */
export function unpacked(svg: string): string | undefined {
  const opening = /<((?:[\w.-]+:)?metadata)(\s[^<>]*)?>/g;
  for (let opened = opening.exec(svg); opened; opened = opening.exec(svg)) {
    const [, name = "", attributes = ""] = opened;
    if (attributes.endsWith("/")) continue;
    const closed = svg.indexOf(`</${name}`, opening.lastIndex);
    if (closed === -1) return undefined;
    const text = textIn(svg.slice(opening.lastIndex, closed));
    if (OWN.test(attributes) || LIKE_OURS.test(text.slice(0, BEGINNING))) return text;
    opening.lastIndex = closed;
  }
  return undefined;
}

const OWN = new RegExp(`\\sid\\s*=\\s*["']${ID}["']`);
/** A process file has its format in one of its first lines; ids are what other programs like to change. */
const LIKE_OURS = /^\s*\{[^{}]*"format"\s*:\s*"throughline"/;
const BEGINNING = 2000;

/** The text of an element, without what other elements in it say: Inkscape puts its own metadata beside ours. */
function textIn(content: string): string {
  const section = /^\s*<!\[CDATA\[(.*?)\]\]>/s.exec(content);
  if (section) return section[1] ?? "";
  const [first, last] = [content.indexOf("<"), content.lastIndexOf(">")];
  return unescapeXml(first === -1 ? content : content.slice(0, first) + content.slice(Math.max(first, last + 1)));
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
