import type { Process } from "../model/process.ts";
import { unreadable } from "./bytes.ts";
import type { Decoded } from "./codec.ts";
import { json } from "./json.ts";

/** What a page's address has behind its `#` where it carries a process. */
const MARK = "process=";

/** The longest fragment that chats, mails and browsers pass on whole, as far as anybody promises. */
export const LONGEST_LINK = 16_000;

/** The longest text that is unpacked: a small fragment may hold far more than anybody drew. */
const LONGEST_TEXT = 8_000_000;

/** Packs a process into the fragment of an address, without its `#`: the process file, deflated, in base64url. */
export async function linkOf(process: Process): Promise<string> {
  const text = json.write(process);
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return MARK + btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Whether the fragment of an address, with or without its `#`, says that it carries a process. */
export function isLink(fragment: string): boolean {
  return fragment.replace(/^#/, "").startsWith(MARK);
}

/** Reads the process that a fragment carries. It never throws, and unpacks no more than a large process takes. */
export async function readLink(fragment: string): Promise<Decoded> {
  const packed = fragment.replace(/^#/, "").slice(MARK.length);
  if (!isLink(fragment) || packed === "" || !/^[\w-]+$/.test(packed)) return DAMAGED;
  try {
    const binary = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const text = await unpacked(bytes);
    return text === undefined ? TOO_LARGE : json.read(text);
  } catch {
    // Neither base64 nor deflate: whatever trips over it, the link is not whole.
    return DAMAGED;
  }
}

async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const reader = stream.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
    length += value.length;
    if (length <= LONGEST_TEXT) continue;
    await reader.cancel();
    return undefined;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

const DAMAGED = unreadable(
  "damaged-link",
  "The link is not whole: what it carries cannot be unpacked.",
  "Copy the link again, all of it, or ask for the file.",
);
const TOO_LARGE = unreadable(
  "too-large",
  `The link unpacks to more than ${LONGEST_TEXT / 1e6} MB, which no process takes.`,
  "Ask for the file instead.",
);
