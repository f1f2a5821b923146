/** What means something inside Mermaid's labels, or in the HTML that it makes of them. */
const SPECIAL = /[#"<>&`;:{}[\]()|\\%*_~]/g;
/** A line of a flowchart that has “direction TB” anywhere in it is read as nothing but that, quotes or not. */
const DIRECTION = /(direction)\s+(?=TB|TD|BT|RL|LR)/gi;
const UNSEEN = /[\p{Cc}\u2028\u2029]+|\p{Cs}/gu;

/** A text as Mermaid shows it, whatever it holds: one line, what means something to Mermaid written by its number. */
export function mermaidText(text: string): string {
  const line = text.replace(UNSEEN, " ").replace(/\s+/g, " ").trim();
  // A label of nothing is none to Mermaid.
  if (line === "") return "#160;";
  return line.replace(SPECIAL, (character) => `#${character.codePointAt(0)};`).replace(DIRECTION, "$1#32;");
}

/** The head of a diagram: its title, as YAML reads it. */
export function mermaidTitle(name: string): string {
  const title = name.replace(UNSEEN, " ").replace(/\s+/g, " ").trim();
  return title === "" ? "" : `---\ntitle: ${JSON.stringify(title)}\n---\n`;
}
