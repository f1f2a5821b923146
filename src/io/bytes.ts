import type { Problem } from "../model/problem.ts";

/** The longest file that is read: what people draw is a thousandth of it, and more would keep the page waiting. */
const LONGEST = 24_000_000;

/** The text of a file, or why there is none. */
export type Text =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Decodes a file: UTF-8, or UTF-16 where a mark at its beginning says so. A text is taken as it is, but for the mark. */
export function textOf(file: Uint8Array | string): Text {
  if (file.length > LONGEST) {
    const message = `The file is too large: ${Math.ceil(file.length / 1e6)} MB, where ${LONGEST / 1e6} MB are read at the most.`;
    return unreadable("too-large", message, "Open a smaller file, or only the part of it that is the process.");
  }
  if (typeof file === "string") return { ok: true, text: file.replace(/^\uFEFF/, "") };
  const [first, second] = file;
  const wide =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return { ok: true, text: new TextDecoder(wide, { fatal: true }).decode(file) };
  } catch {
    return unreadable("not-text", "The file is not text in UTF-8.", "Open another file, or save this one as UTF-8.");
  }
}

/** The answer to a file that cannot be read at all. */
export function unreadable(code: string, message: string, mend: string) {
  const problem: Problem = { severity: "error", code, path: "", message, mend };
  return { ok: false, problems: [problem] } as const;
}
