import { elements, type Xml } from "./xml.ts";

const KNOWN = ["svg", "title", "desc", "metadata", "g", "rect", "path", "circle", "line", "text", "tspan"];
const FORBIDDEN = /^(class|style|on.*|href|.*:href|filter|mask|marker.*|clip-path)$/;

/** What of a picture not every program can open: other elements, style sheets, references, colours that are no #rrggbb. */
export function brokenRules(xml: Xml): readonly string[] {
  return elements(xml).flatMap(({ name, attributes }) => [
    ...(KNOWN.includes(name) ? [] : [`<${name}>`]),
    ...Object.entries(attributes).flatMap(([key, value]) => {
      const colour = key === "fill" || key === "stroke";
      if (FORBIDDEN.test(key)) return [`${name} ${key}`];
      if (colour && value !== "none" && !/^#[0-9a-f]{6}$/.test(value)) return [`${name} ${key}="${value}"`];
      return /NaN|undefined|Infinity|var\(|url\(/.test(value) && name !== "metadata"
        ? [`${name} ${key}="${value}"`]
        : [];
    }),
    ...(name === "tspan" && !(Number.isFinite(Number(attributes.x)) && Number.isFinite(Number(attributes.y)))
      ? ["tspan without a place"]
      : []),
  ]);
}
