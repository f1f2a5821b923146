import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Sheet, stamp, stampOf } from "../../src/ui/playback/stamp.ts";

const INK = 0xff2050c0;
const OTHER = 0xff804020;

function sheetOf(width: number, height: number): Sheet {
  return { width, height, pixels: new Uint32Array(width * height) };
}

/** How much is covered, in pixels, and where its middle is. */
function seen({ width, pixels }: Sheet): { readonly area: number; readonly x: number; readonly y: number } {
  let [area, x, y] = [0, 0, 0];
  for (const [i, pixel] of pixels.entries()) {
    const cover = (pixel >>> 24) / 255;
    area += cover;
    x += cover * ((i % width) + 0.5);
    y += cover * (Math.floor(i / width) + 0.5);
  }
  return { area, x: x / area, y: y / area };
}

const radius = fc.double({ min: 1.6, max: 12, noNaN: true });
const place = fc.double({ min: 20, max: 40, noNaN: true });

describe("a dot stamped onto a sheet", () => {
  it("covers as much as a disc of its radius does, and lies where it was asked to, to a fourth of a pixel", () => {
    fc.assert(
      fc.property(radius, place, place, (radius, x, y) => {
        const sheet = sheetOf(60, 60);
        stamp(sheet, stampOf(radius), x, y, INK);
        const dot = seen(sheet);
        expect(Math.abs(dot.area / (Math.PI * radius ** 2) - 1)).toBeLessThan(0.06);
        expect(Math.abs(dot.x - x)).toBeLessThan(0.3);
        expect(Math.abs(dot.y - y)).toBeLessThan(0.3);
      }),
    );
  });

  it("has its colour in the middle, all of it", () => {
    const sheet = sheetOf(9, 9);
    stamp(sheet, stampOf(3), 4.5, 4.5, INK);
    expect(sheet.pixels[4 * 9 + 4]).toBe(INK);
    expect(sheet.pixels[0]).toBe(0);
  });

  it("is cut off at the edges, and never comes in again on the other side", () => {
    const whole = sheetOf(100, 100);
    const cut = sheetOf(30, 20);
    fc.assert(
      fc.property(
        radius,
        fc.double({ min: -20, max: 50, noNaN: true }),
        fc.double({ min: -20, max: 40, noNaN: true }),
        (radius, x, y) => {
          whole.pixels.fill(0);
          cut.pixels.fill(0);
          stamp(whole, stampOf(radius), x + 40, y + 40, INK);
          stamp(cut, stampOf(radius), x, y, INK);
          for (let row = 0; row < cut.height; row++)
            expect(cut.pixels.slice(row * 30, (row + 1) * 30)).toEqual(
              whole.pixels.slice((row + 40) * 100 + 40, (row + 40) * 100 + 70),
            );
        },
      ),
    );
  });

  it("mixes its edge with what is beneath, and leaves no hole in it", () => {
    const sheet = sheetOf(20, 20);
    sheet.pixels.fill(OTHER);
    stamp(sheet, stampOf(3), 10.2, 9.7, INK);
    const channel = (pixel: number, shift: number) => (pixel >>> shift) & 255;
    for (const pixel of sheet.pixels) {
      expect(pixel >>> 24).toBe(255);
      for (const shift of [0, 8, 16]) {
        const ends = [channel(INK, shift), channel(OTHER, shift)];
        expect(channel(pixel, shift)).toBeGreaterThanOrEqual(Math.min(...ends));
        expect(channel(pixel, shift)).toBeLessThanOrEqual(Math.max(...ends));
      }
    }
    expect(new Set(sheet.pixels).size).toBeGreaterThan(5);
  });
});
