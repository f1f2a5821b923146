/** What an attribute may hold; `undefined` leaves it out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

// XML 1.0 (section 2.2) has no place for these, not even escaped: most control characters, lone surrogates, U+FFFE, U+FFFF.
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** Writes any text so that an XML parser reads it as text; what XML cannot hold at all becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, "\ufffd").replace(/[&<>"\t\n\r]/g, (character) => ESCAPES[character] ?? character);
}

/**
 * Writes one element.
 *
 * @param children - Markup, already escaped: other elements, or `escapeXml(text)`.
 */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? round(value) : escapeXml(String(value))}"`)
    .join("");
  const inside = children.join("");
  return inside === "" ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

/** Writes a number to a tenth of a hundredth, without a minus in front of zero: the same bytes on every machine. */
export function round(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}
