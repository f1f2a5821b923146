import { Timeline } from "../analyse/moment.ts";
import type { Recording } from "../analyse/recording.ts";
import { say } from "./notice.ts";
import { useApp } from "./store.ts";

/** How fast a history is played: so many simulated minutes a second; the last one as fast as can be drawn. */
export const SPEEDS = [
  { id: "1", words: "1 min a second", minutes: 1 },
  { id: "10", words: "10 min a second", minutes: 10 },
  { id: "60", words: "1 h a second", minutes: 60 },
  { id: "240", words: "4 h a second", minutes: 240 },
  { id: "1440", words: "1 day a second", minutes: 1440 },
  { id: "most", words: "As fast as it can be drawn", minutes: Number.POSITIVE_INFINITY },
] as const;
export type Speed = (typeof SPEEDS)[number];

/** Even as fast as it can be drawn, a run takes so many seconds: else there is nothing to see. */
const SHORTEST = 15;

/**
 * The clock of a playback. It ticks sixty times a second, so that it is no part of the store: those who draw listen to
 * it themselves.
 */
export class Player {
  readonly timeline: Timeline;
  readonly recording: Recording;
  time = 0;
  playing = false;
  speed: Speed = SPEEDS[2];
  private readonly listeners = new Set<() => void>();
  private last = 0;

  constructor(recording: Recording) {
    this.recording = recording;
    this.timeline = new Timeline(recording.history, recording.index);
  }

  get until(): number {
    return this.timeline.history.until;
  }

  /** How many simulated minutes go by in a second. */
  get pace(): number {
    return Math.min(this.speed.minutes, this.until / SHORTEST);
  }

  /** @returns A function that stops listening. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Goes to a time, within the history. */
  go(time: number): void {
    this.time = Math.min(this.until, Math.max(0, time));
    this.tell();
  }

  /** Goes to the next thing that happens, or to the one before, and stands still. */
  step(by: 1 | -1): void {
    this.pause();
    this.go(this.timeline.next(this.time, by));
  }

  play(): void {
    if (this.playing) return;
    if (this.time >= this.until) this.time = 0;
    this.playing = true;
    this.last = performance.now();
    requestAnimationFrame(this.tick);
    this.tell();
  }

  pause(): void {
    this.playing = false;
    this.tell();
  }

  setSpeed(speed: Speed): void {
    this.speed = speed;
    this.tell();
  }

  private readonly tick = (now: number): void => {
    if (!this.playing) return;
    // A page that was hidden goes on where it was.
    const seconds = Math.min(0.1, Math.max(0, (now - this.last) / 1000));
    this.last = now;
    this.time = Math.min(this.until, this.time + seconds * this.pace);
    if (this.time >= this.until) this.playing = false;
    this.tell();
    requestAnimationFrame(this.tick);
  };

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

/**
 * Plays back the first replication of the last run on the canvas. Where what it wrote down was lost, that is said, and what
 * to do.
 */
export async function openPlayback(): Promise<void> {
  const { run } = useApp.getState();
  if (run.kind !== "finished") return;
  closePlayback();
  run.recording.hurry();
  const recording = await run.recording.there.catch((reason: Error) => reason);
  const { run: now } = useApp.getState();
  // Another document may have been opened, or another run started, in the meantime.
  if (now.kind !== "finished" || now.recording !== run.recording) return;
  if (recording instanceof Error) {
    say({ tone: "bad", title: "This run cannot be played back", text: lostWords(recording) });
    return;
  }
  const player = new Player(recording);
  useApp.setState({ playback: { of: run.of, player, followed: undefined }, walk: undefined, resultsOpen: false });
}

function lostWords({ message }: Error): string {
  const what = message.replace(/\.$/, "");
  return `What it wrote down was lost when the simulator broke down (${what}). Its results are not touched by that. Run the process again, then play that run back.`;
}

/** Puts the playback away. */
export function closePlayback(): void {
  useApp.getState().playback?.player.pause();
  useApp.setState({ playback: undefined });
}

/** Follows a record with the eyes and its story; nothing follows nobody. */
export function follow(record: number | undefined): void {
  useApp.setState(({ playback }) => (playback ? { playback: { ...playback, followed: record } } : {}));
}
