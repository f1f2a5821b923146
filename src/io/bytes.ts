import type { Problem } from "../model/problem.ts";

/** The longest file that is read: what people draw is a thousandth of it, and more would keep the page waiting. */
const LONGEST = 24_000_000;

/** The text of a file, or why there is none. */
export type Text =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Decodes a file: UTF-8, or UTF-16 where a mark at its beginning or the zeros of Latin letters say so. A text is taken as
 * it is, but for the mark.
 */
export function textOf(file: Uint8Array | string): Text {
  if (file.length > LONGEST) {
    const message = `The file is too large: ${Math.ceil(file.length / 1e6)} MB, where ${LONGEST / 1e6} MB are read at the most.`;
    return unreadable("too-large", message, "Open a smaller file, or only the part of it that is the process.");
  }
  if (typeof file === "string") return { ok: true, text: file.replace(/^\uFEFF/, "") };
  const kind = KINDS.find(({ begins }) => begins.every((byte, i) => file[i] === byte));
  if (kind) return unreadable("not-text", `This is ${kind.what}, not text.`, kind.mend);
  try {
    return { ok: true, text: new TextDecoder(encodingOf(file), { fatal: true }).decode(file) };
  } catch {
    return unreadable(
      "not-text",
      "The file is not text in UTF-8.",
      "Save it as UTF-8, which Excel calls “CSV UTF-8”, or open another file.",
    );
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return "utf-16le";
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0) ? "utf-16be" : "utf-8";
}

/** What people open in the belief that it can be read, by its first bytes. */
const KINDS = [
  {
    begins: [0x50, 0x4b, 0x03, 0x04],
    what: "a packed file, as workbooks (.xlsx), documents and archives are",
    mend: "Save a workbook as CSV, or copy its cells and paste them; take a file out of its archive first.",
  },
  { begins: [0xd0, 0xcf, 0x11, 0xe0], what: "an old workbook or document", mend: "Save it as CSV or as text." },
  {
    begins: [0x89, 0x50, 0x4e, 0x47],
    what: "a PNG picture",
    mend: "Open the process file, or the SVG that was exported of it.",
  },
  {
    begins: [0x25, 0x50, 0x44, 0x46],
    what: "a PDF document",
    mend: "Open the process file, or the SVG that was exported of it.",
  },
] as const;

/** The answer to a file that cannot be read at all. */
export function unreadable(code: string, message: string, mend: string) {
  const problem: Problem = { severity: "error", code, path: "", message, mend };
  return { ok: false, problems: [problem] } as const;
}
