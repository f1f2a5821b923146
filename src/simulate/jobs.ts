import { longer } from "./agenda.ts";

/** What tokens need on top while they are at tasks; by token. Only as long as the highest token that came to one. */
export class Jobs {
  /** Smaller goes first. */
  priority = new Float64Array(FIRST);
  /** Between equal priorities, smaller goes first. */
  ticket = new Float64Array(FIRST);
  /** Where it stands in its line; −1 where it stands in none. */
  place = new Int32Array(FIRST);
  /** When it could have begun if somebody had been free: later than it came where a batch had to fill, Infinity until it has. */
  ready = new Float64Array(FIRST);
  /** The other records of its batch, one behind the other; −1 at the end. */
  mate = new Int32Array(FIRST);
  /** The pool that does it. */
  pool = new Int32Array(FIRST);
  /** Work still to do, in minutes; NaN before it has begun. */
  left = new Float64Array(FIRST);
  /** Work in all. */
  work = new Float64Array(FIRST);
  /** When the work now going on began, and when it will be done. */
  resumed = new Float64Array(FIRST);
  end = new Float64Array(FIRST);
  /** For how long systems that were full had kept its step from beginning when it became ready. */
  blocked = new Float64Array(FIRST);

  /** Makes room for a token, and says that nothing has happened to it yet. */
  open(token: number): void {
    while (token >= this.place.length) this.grow();
    this.place[token] = -1;
    this.mate[token] = -1;
    this.left[token] = Number.NaN;
    this.ready[token] = Number.POSITIVE_INFINITY;
  }

  private grow(): void {
    this.priority = longer(this.priority);
    this.ticket = longer(this.ticket);
    this.place = longer(this.place);
    this.ready = longer(this.ready);
    this.mate = longer(this.mate);
    this.pool = longer(this.pool);
    this.left = longer(this.left);
    this.work = longer(this.work);
    this.resumed = longer(this.resumed);
    this.end = longer(this.end);
    this.blocked = longer(this.blocked);
  }
}

const FIRST = 256;
