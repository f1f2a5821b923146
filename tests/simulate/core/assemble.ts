import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";
import binaryen from "assemblyscript/binaryen";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const OUTPUT = "core.wasm";

/**
 * Compiles the core, `core/core.ts`. What each event goes through says `@inline` there; what is rare stays apart, so that
 * the loop fits the processor's cache, even where it is called in one place only.
 */
export async function assemble(): Promise<Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const { error, stderr } = await asc.main(
    ["core/core.ts", "--outFile", OUTPUT, "--runtime", "stub", "--noAssert", "-O3", "--baseDir", ROOT],
    {
      readFile: (name, base) => readFile(new URL(name, `file://${base}/`), "utf8").then(decorated, () => null),
      writeFile: (name, contents) => {
        files.set(name, contents as Uint8Array);
      },
      listFiles: () => [],
    },
  );
  const output = files.get(OUTPUT);
  if (error || output === undefined) throw new Error(`the core does not compile: ${stderr}`);
  const module = binaryen.readBinary(output);
  binaryen.setOptimizeLevel(4);
  binaryen.setShrinkLevel(0);
  binaryen.setAlwaysInlineMaxSize(20);
  binaryen.setFlexibleInlineMaxSize(20);
  binaryen.setOneCallerInlineMaxSize(60);
  const { BulkMemory, BulkMemoryOpt, NontrappingFPToInt, SignExt } = binaryen.Features;
  module.setFeatures(BulkMemory | BulkMemoryOpt | NontrappingFPToInt | SignExt);
  module.optimize();
  const code = module.emitBinary();
  module.dispose();
  return code;
}

/** Decorators of functions are comments in the source, as tools for TypeScript know them for classes only. */
function decorated(source: string): string {
  return source.replaceAll("\n// @inline\n", "\n@inline\n");
}

/** The file that holds the compiled core. */
export function codeFile(code: Uint8Array): string {
  const lines =
    Buffer.from(code)
      .toString("base64")
      .match(/.{1,110}/g) ?? [];
  return `/**
 * The core, compiled from \`core/core.ts\`: WebAssembly in base64, which every bundler and worker carries as it is.
 * \`UPDATE=1 npx vitest run tests/simulate/core/code.test.ts\` writes it anew.
 */
export const CODE = [
${lines.map((line) => `  "${line}",`).join("\n")}
].join("");
`;
}
