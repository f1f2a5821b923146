/** How long frames took while a run was played back, in milliseconds. */
export interface Frames {
  readonly mean: number;
  readonly p95: number;
}

/**
 * Runs in the page: goes to a time on the track of the playback, plays from there and times each frame.
 *
 * @param track - The slider of the playback.
 * @param play - Its button.
 * @param share - Where on the track to begin, from 0 to 1.
 * @param frames - How many frames to time.
 */
export async function timeFrames([track, play, share, frames]: readonly [
  string,
  string,
  number,
  number,
]): Promise<Frames> {
  const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
  const slider = document.querySelector<HTMLInputElement>(track)!;
  // React only notices what is typed when the value is set past it.
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!.set!;
  set.call(slider, String(Math.round(Number(slider.max) * share)));
  slider.dispatchEvent(new Event("input", { bubbles: true }));
  document.querySelector<HTMLElement>(play)!.click();
  for (let i = 0; i < 30; i++) await frame();
  const times: number[] = [];
  let last = performance.now();
  for (let i = 0; i < frames; i++) {
    await frame();
    const now = performance.now();
    times.push(now - last);
    last = now;
  }
  times.sort((a, b) => a - b);
  return { mean: times.reduce((sum, time) => sum + time, 0) / frames, p95: times[Math.floor(frames * 0.95)]! };
}
