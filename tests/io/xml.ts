/** An element of an XML text. */
export interface Xml {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Xml | string)[];
}

const TOKEN = /<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[A-Za-z_][\w:.-]*="[^"<]*")*)\s*(\/?)>|([^<]+)/y;
const ATTRIBUTE = /([A-Za-z_][\w:.-]*)="([^"<]*)"/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };
// The characters of XML 1.0, section 2.2.
const LEGAL = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

/**
 * Reads the part of XML that our pictures use (elements, attributes in double quotes, text), strictly.
 *
 * @throws SyntaxError at whatever a browser's XML parser would stop at.
 */
export function parseXml(text: string): Xml {
  if (!LEGAL.test(text)) throw new SyntaxError("a character that XML forbids");
  const root: { children: (Xml | string)[] } = { children: [] };
  const open: { name: string; attributes: Record<string, string>; children: (Xml | string)[] }[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(text);
    if (!token) throw new SyntaxError(`not XML: ${text.slice(at, at + 80)}`);
    const [, closing, name = "", attributes = "", empty, run] = token;
    const inside = open.at(-1) ?? root;
    if (run !== undefined) inside.children.push(plain(run));
    else if (closing) {
      if (open.pop()?.name !== name) throw new SyntaxError(`</${name}> closes nothing`);
    } else {
      const element = { name, attributes: attributesOf(attributes), children: [] };
      inside.children.push(element);
      if (!empty) open.push(element);
    }
  }
  if (open.length > 0) throw new SyntaxError(`<${open.at(-1)?.name}> is not closed`);
  const elements = root.children.filter((child) => typeof child !== "string");
  if (elements.length !== 1) throw new SyntaxError("a document has one root");
  return elements[0]!;
}

/** All elements of a document, in document order. */
export function elements(xml: Xml): readonly Xml[] {
  return [xml, ...xml.children.flatMap((child) => (typeof child === "string" ? [] : elements(child)))];
}

/** All text inside an element. */
export function textOf(xml: Xml): string {
  return xml.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}

function attributesOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(ATTRIBUTE)].map(([, key = "", value = ""]) => [key, plain(value)] as const);
  if (new Set(pairs.map(([key]) => key)).size !== pairs.length) throw new SyntaxError(`an attribute twice: ${text}`);
  return Object.fromEntries(pairs);
}

function plain(text: string): string {
  return text.replace(/&(?:#(\d+)|(\w+));|&/g, (whole, code, name) => {
    const character = code === undefined ? ENTITIES[name] : String.fromCodePoint(Number(code));
    if (character === undefined) throw new SyntaxError(`an entity that XML does not know: ${whole}`);
    return character;
  });
}
