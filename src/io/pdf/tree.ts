/** An element of a picture of ours. */
export interface Tree {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Tree | string)[];
}

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: (Tree | string)[];
}

const TOKEN = /<(\/?)([a-z]+)((?: [\w:.-]+="[^"]*")*)(\/?)>|([^<]+)/gi;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** Takes an SVG apart that `writeSvg` has written. It knows no other XML, and is not for other people's files. */
export function treeOf(svg: string): Tree {
  const root: Open = { name: "", attributes: {}, children: [] };
  const open: Open[] = [root];
  for (const [, closing, name = "", attributes = "", empty, run] of svg.matchAll(TOKEN)) {
    const inside = open.at(-1) ?? root;
    if (run !== undefined) inside.children.push(plain(run));
    else if (closing) open.pop();
    else {
      const pairs = [...attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [
        key,
        plain(value),
      ]);
      const element: Open = { name, attributes: Object.fromEntries(pairs), children: [] };
      inside.children.push(element);
      if (!empty) open.push(element);
    }
  }
  const [first] = root.children.filter((child) => typeof child !== "string");
  if (first === undefined) throw new RangeError("the picture has no root");
  return first;
}

function plain(text: string): string {
  return text.replace(/&(?:#(\d+)|(\w+));/g, (_, code, name) =>
    code === undefined ? (ENTITIES[name] ?? "") : String.fromCodePoint(Number(code)),
  );
}
