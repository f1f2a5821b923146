import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** One file of the built site, with its size in bytes as it travels. */
export interface Chunk {
  readonly name: string;
  readonly gzipped: number;
  /** Whether the page asks for it at once; the others come when it has nothing better to do. */
  readonly first: boolean;
}

/** The files of a built site, the largest first. */
export function chunksOf(folder: string): readonly Chunk[] {
  const page = readFileSync(join(folder, "index.html"), "utf8");
  return readdirSync(join(folder, "assets"))
    .map((name) => ({
      name,
      gzipped: gzipSync(readFileSync(join(folder, "assets", name))).length,
      first: page.includes(name),
    }))
    .sort((a, b) => b.gzipped - a.gzipped);
}
