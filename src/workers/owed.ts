import type { Recording } from "../analyse/recording.ts";
import type { RunReply } from "./protocol.ts";

/** Who waits for a recording; nobody, if it is not asked for. */
interface Creditor {
  readonly onRecorded?: (recording: Recording) => void;
  readonly onLost?: (reason: Error) => void;
}

/**
 * The recording that a worker owes once it has told of results. It is waited for whatever becomes of the rest of the run,
 * and so the worker may have to outlive what it was asked for.
 */
export class Owed {
  private readonly creditor: Creditor;
  private readonly endWorker: () => void;
  private found = false;
  private settled: boolean;
  private over = false;

  /** @param endWorker - Called once all is over: what was asked for, and the recording. */
  constructor(creditor: Creditor, endWorker: () => void) {
    this.creditor = creditor;
    this.endWorker = endWorker;
    this.settled = creditor.onRecorded === undefined;
  }

  /** Whether it is still to come. */
  get isDue(): boolean {
    return this.found && !this.settled;
  }

  /** Listens to all that the worker says. */
  hear(reply: RunReply): void {
    if (reply.kind === "recorded") {
      this.creditor.onRecorded?.(reply.recording);
      this.settle();
      // What breaks before may be an experiment, which leaves what was found before it.
    } else if (reply.kind === "broke" && this.over) this.lose(new Error(reply.message));
    else if (reply.kind === "found" || (reply.kind === "ended" && reply.result.ok)) this.found = true;
  }

  /** The worker can no longer give it. */
  lose(reason: Error): void {
    if (this.isDue) this.creditor.onLost?.(reason);
    this.settle();
  }

  /** What the worker was asked for is over. */
  close(): void {
    this.over = true;
    if (!this.isDue) this.endWorker();
  }

  private settle(): void {
    this.settled = true;
    if (this.over) this.endWorker();
  }
}
