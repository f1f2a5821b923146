import type { CSSProperties } from "react";
import { textWidth, wrap } from "../../model/text.ts";

const types = new Map<string, CSSProperties>();

/**
 * The largest type, within reason, in which a department's name fits into the header of its lane; worked out once for
 * each size of header.
 *
 * @param length - Of the header along the name, in pixels on screen.
 * @param width - Of the header across it.
 */
export function headerType(name: string, length: number, width: number, zoom: number): CSSProperties {
  const key = `${Math.round(length)} ${zoom.toFixed(3)} ${name}`;
  const known = types.get(key);
  if (known) return known;
  if (types.size > 1000) types.clear();
  const made = fittingType(name, length, width, zoom);
  types.set(key, made);
  return made;
}

function fittingType(name: string, length: number, width: number, zoom: number): CSSProperties {
  if (length < THIN) return { fontSize: 11 };
  const largest = Math.min(16, Math.max(11, 13 * zoom));
  const sizes = [largest, 10, 9, 8];
  const room = (length - AIR) / WIDER;
  const words = name.split(" ");
  const fits = sizes.find(
    (size) =>
      words.every((word) => textWidth(word, size) <= room) &&
      wrap(name, room, size).length * size * LEADING <= width - 2,
  );
  return { fontSize: fits ?? 7, lineHeight: LEADING };
}

const LEADING = 1.18;

/** Below this height on screen a lane's name lies across, in pixels. */
export const THIN = 32;

/** Room that a name keeps from the ends of its header, in pixels on screen, both together. */
const AIR = 16;

/** Some systems' own fonts are wider than the one that texts are measured by. */
const WIDER = 1.14;
