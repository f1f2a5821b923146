import { element, escapeXml } from "./element.ts";

const ID = "throughline-process";
const OPENING = "<metadata";
const CLOSING = "</metadata>";

/** Packs a process file's text into an SVG's metadata. */
export function packed(json: string): string {
  // JSON may spell these two as they are, XML cannot: spelled as escapes they mean the same.
  const spelled = json.replace(/[\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`);
  return element("metadata", { id: ID }, escapeXml(spelled));
}

/**
 * Finds the text of the process file in an SVG, without parsing the rest of it.
 *
 * @returns `undefined` if there is none.
 */
export function unpacked(svg: string): string | undefined {
  let from = svg.indexOf(OPENING);
  while (from !== -1) {
    const opened = svg.indexOf(">", from);
    if (opened === -1) return undefined;
    const closed = svg.indexOf(CLOSING, opened);
    if (closed === -1) return undefined;
    const attributes = svg.slice(from, opened);
    if (attributes.includes(`id="${ID}"`) || attributes.includes(`id='${ID}'`))
      return unescapeXml(svg.slice(opened + 1, closed));
    from = svg.indexOf(OPENING, closed);
  }
  return undefined;
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
