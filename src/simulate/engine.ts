import { KIND, MARK, type Program } from "../compile/program.ts";
import { Agenda } from "./agenda.ts";
import { batchDue } from "./behaviours/batch.ts";
import { decide } from "./behaviours/decision.ts";
import { setOut } from "./behaviours/delay.ts";
import { finishRecord } from "./behaviours/end.ts";
import { finishWork } from "./behaviours/finish.ts";
import { joinBranch, split } from "./behaviours/fork.ts";
import { giveUp } from "./behaviours/patience.ts";
import { serveDependents } from "./behaviours/serve.ts";
import { beginSpans, endSpans } from "./behaviours/span.ts";
import { enterStage } from "./behaviours/stage.ts";
import { bear } from "./behaviours/start.ts";
import { reachStep } from "./behaviours/step.ts";
import { reachTask } from "./behaviours/task.ts";
import { reachWait } from "./behaviours/wait.ts";
import { EVENT, RANK } from "./event.ts";
import { BY, isAbout, type RecordLog, type Visit } from "./record-log.ts";
import { Run, type Setting } from "./run.ts";
import { Shop } from "./shop.ts";
import { writeUnfinished } from "./unfinished.ts";
import { circling } from "./watch.ts";

/** An event on the agenda is a token with the meaning in its low bits. */
const EVENT_BITS = 3;

/** A record that passes this many nodes in no time goes round in circles. */
const HOPS = 100_000;

/** What a record may come to: any kind of node but a start, to which nothing leads. */
type Reached = Exclude<(typeof KIND)[keyof typeof KIND], typeof KIND.start>;

/** The engine in JavaScript: it runs every process. Where the core runs one, too, this is the reference. */
export class Engine extends Run {
  readonly shop: Shop;
  readonly log: RecordLog | undefined;
  private readonly agenda = new Agenda();

  constructor(program: Program, setting: Setting) {
    super(program, setting);
    this.log = setting.log;
    this.shop = new Shop(program, this.jobs);
  }

  protected override advance(events: number): number {
    let left = events;
    for (; left > 0; left--) {
      const next = this.agenda.nextTime();
      const arrival = this.arrivals.time;
      if (arrival < next) {
        if (arrival > this.limit) break;
        this.now = arrival;
        this.arrive();
        continue;
      }
      if (next > this.limit || next === Number.POSITIVE_INFINITY) break;
      this.now = next;
      this.happen(this.agenda.nextEvent());
    }
    return left;
  }

  protected override nextTime(): number {
    return this.agenda.nextTime();
  }

  override endLog(): void {
    if (this.log) writeUnfinished(this, this.log);
  }

  private arrive(): void {
    const { arrivals } = this;
    const source = arrivals.source;
    for (let left = arrivals.size(); left > 0 && this.tally.arrived < this.records; left--) {
      const token = bear(this, source, arrivals.records[source]!++);
      const node = this.tokens.home[token]!;
      this.write(token, node, this.now, "arrived");
      this.travel(token, this.program.next[node]!);
    }
    this.nextArrival();
    if (arrivals.time === Number.POSITIVE_INFINITY) this.endArrivals();
  }

  private happen(event: number): void {
    const token = event >> EVENT_BITS;
    this.agenda.drop();
    switch (event & 7) {
      case EVENT.workDone:
        finishWork(this, token);
        return;
      case EVENT.onTheWay:
        this.arriveBy(token, this.tokens.at[token]!);
        return;
      case EVENT.pauseOver: {
        const node = this.tokens.at[token]!;
        this.write(token, node, this.tokens.since[token]!, "done");
        this.travel(token, this.program.next[node]!);
        return;
      }
      case EVENT.patienceOver:
        giveUp(this, token);
        return;
      case EVENT.poolOpens:
        this.availability.planned[token] = 0;
        serveDependents(this, token);
        return;
      case EVENT.batchDue:
        batchDue(this, token);
    }
  }

  /** Whether more work is finished at this very instant; asked after an event was dropped. */
  moreWorkDone(): boolean {
    return this.agenda.follows(this.now, RANK.workDone);
  }

  /** The token of the next event, which is dropped. */
  nextToken(): number {
    const token = this.agenda.nextEvent() >> EVENT_BITS;
    this.agenda.drop();
    return token;
  }

  plan(minutes: number, token: number, event: number): void {
    this.planAt(this.now + minutes, token, event);
  }

  /** As `plan`, at a time rather than in so many minutes. */
  planAt(time: number, token: number, event: number): void {
    const rank = event === EVENT.workDone ? RANK.workDone : RANK.other;
    this.agenda.add(time, rank, (token << EVENT_BITS) | event);
  }

  /** Tells all that is still planned, in its order; none of it will happen. */
  drain(tell: (time: number, token: number, event: number) => void): void {
    for (let time = this.agenda.nextTime(); time < Number.POSITIVE_INFINITY; time = this.agenda.nextTime()) {
      const event = this.agenda.nextEvent();
      this.agenda.drop();
      tell(time, event >> EVENT_BITS, event & 7);
    }
  }

  /** Opens the random draws for a token at a site. */
  open(token: number, site: number, visit: number): void {
    const { record, high, low } = this.tokens;
    const owner = record[token]!;
    this.random.open(high[owner]!, low[owner]!, site, visit);
  }

  /** Which visit of its record to a node this is, from 0; and counts it. */
  countVisit(token: number, node: number): number {
    this.tally.visits[node]!++;
    const counter = this.program.counter[node]!;
    if (counter < 0) return 0;
    return this.tokens.visits[this.tokens.record[token]! * this.program.counters + counter]!++;
  }

  /** Sends a token on by a flow, until it comes to something that takes time, or leaves. */
  travel(token: number, flow: number): void {
    const { flowDelay } = this.program;
    let way = flow;
    for (let hops = 0; way >= 0; hops++) {
      this.tally.flows[way]!++;
      const delay = flowDelay[way];
      if (delay !== undefined) {
        setOut(this, token, way, delay);
        return;
      }
      const node = this.program.flowTo[way]!;
      if (hops > HOPS) throw circling(this, node);
      way = this.reach(token, node);
    }
  }

  /** A token that was on its way on a flow is there. */
  private arriveBy(token: number, flow: number): void {
    const way = this.reach(token, this.program.flowTo[flow]!);
    if (way >= 0) this.travel(token, way);
  }

  /** A token comes to a node. Returns the flow by which it leaves at once; −1 where it stays, or is gone. */
  private reach(token: number, node: number): number {
    const kind = this.program.kind[node] as Reached;
    const marks = this.program.marks[node]!;
    if (marks !== 0) {
      // Where there is work, a span ends when it begins.
      if (marks & MARK.to && kind !== KIND.step && kind !== KIND.task) endSpans(this, token, node);
      if (marks & MARK.from) beginSpans(this, token, node);
      if (marks & MARK.stage) enterStage(this, token, node);
    }
    switch (kind) {
      case KIND.step:
        return reachStep(this, token, node);
      case KIND.task:
        return reachTask(this, token, node);
      case KIND.decision:
        return decide(this, token, node);
      case KIND.wait:
        return reachWait(this, token, node);
      case KIND.end:
        return finishRecord(this, token, node);
      case KIND.fork:
        return split(this, token, node);
      case KIND.join:
        return joinBranch(this, token, node);
    }
  }

  /** A record is gone. */
  depart(token: number): void {
    this.tokens.records--;
    this.tokens.lifetimes += this.now;
    this.tokens.release(token);
    this.lastLeft = this.now;
  }

  /**
   * Writes a visit that is over into the log, if there is one.
   *
   * @param pool - Who did the work, where some was done.
   */
  write(token: number, node: number, began: number, by: Visit["by"], work = 0, cost = 0, pool = -1): void {
    const { log, now, tokens } = this;
    const record = tokens.number[tokens.record[token]!]!;
    if (log === undefined || !isAbout(log, record)) return;
    const reached = by === "arrived" ? now : tokens.since[token]!;
    log.write(record, node, BY.indexOf(by), reached, began, now, work, cost, pool);
  }
}
