/** When a replication is over. */
export type Stop =
  /** Arrivals end with this many records; everyone inside finishes. */
  | { readonly records: number }
  /** Everything stops at this time, in minutes. */
  | { readonly minutes: number };

/** A run that cannot go on; the message names the node. */
export class RunLimit extends Error {
  readonly node: string;

  constructor(node: string, message: string) {
    super(message);
    this.node = node;
  }
}
