import fc from "fast-check";
import type { Distribution } from "../src/model/distribution.ts";
import { emptyProcess, type Process } from "../src/model/process.ts";
import { type BlockShape, type Exits, render, type Shape } from "./arbitrary/render.ts";
import { arbitraryRule, FIELDS } from "./arbitrary/rules.ts";
import { arbitraryTime } from "./arbitrary/times.ts";

/** What a random process may use; everything that is not switched off is used now and then. */
export interface Options {
  /** How many nodes, starts and ends included. @default { min: 2, max: 40 } */
  readonly nodes?: { readonly min?: number; readonly max?: number };
  /** Branches that come together again. @default true */
  readonly forks?: boolean;
  /** Rework. @default true */
  readonly loops?: boolean;
  /** Patience and queue limits, with and without flows of their own. @default true */
  readonly exits?: boolean;
  /** Decisions by rule on fields. @default true */
  readonly rules?: boolean;
  /** Time lost on flows. @default true */
  readonly delays?: boolean;
  /** Arrivals at listed times and at changing rates. @default true */
  readonly arrivals?: boolean;
}

/**
 * A random process that runs: `validate` finds no errors in it, and every record comes to an end. It shrinks to
 * “start, end”.
 */
export function arbitraryProcess(options: Options = {}): fc.Arbitrary<Process> {
  const { min = 2, max = 40 } = options.nodes ?? {};
  const allow = { forks: true, loops: true, exits: true, rules: true, delays: true, arrivals: true, ...options };
  return arbitraryShape(allow, min).map((shape) => plain(render(shape, { min, max })));
}

type Allowed = Required<Omit<Options, "nodes">>;

const DEEPEST = 3;

function arbitraryShape(allow: Allowed, min: number): fc.Arbitrary<Shape> {
  const longest = Math.max(4, Math.ceil(min / 4));
  return fc.record({
    body: sequence(allow, DEEPEST, { maxLength: longest, minLength: Math.ceil(longest / 2) * Number(min > 8) }),
    starts: fc.array(arbitraryStart(allow), { minLength: 1, maxLength: 3 }),
    teams: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
    departments: fc.integer({ min: 0, max: 3 }),
    fields: fc.constant(allow.rules ? FIELDS : []),
    records: fc.integer({ min: 1, max: 60 }),
    seed: fc.integer({ min: 0, max: 1000 }),
  });
}

function arbitraryStart(allow: Allowed): fc.Arbitrary<Shape["starts"][number]> {
  const every = fc.record(
    { every: arbitraryTime, max: fc.integer({ min: 1, max: 50 }), first: arbitraryTime },
    { requiredKeys: ["every"] },
  );
  const listed = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 5 });
  const rate = fc.record({
    for: fc.record({ value: fc.integer({ min: 1, max: 8 }), unit: fc.constantFrom("min", "h") }),
    perHour: fc.integer({ min: 1, max: 30 }),
  });
  const arrivals = allow.arrivals
    ? fc.oneof(
        { weight: 4, arbitrary: every },
        { weight: 1, arbitrary: listed.map((at) => ({ at: at.sort((a, b) => a - b) })) },
        { weight: 1, arbitrary: fc.array(rate, { minLength: 1, maxLength: 3 }).map((rates) => ({ rates })) },
      )
    : every;
  return fc.record({
    arrivals,
    into: fc.nat({ max: 9 }),
    set: allow.rules
      ? fc.constantFrom({}, { value: 70 }, { source: "Referral" }, { returning: true })
      : fc.constant({}),
  });
}

function sequence(allow: Allowed, depth: number, length: { minLength?: number; maxLength: number }) {
  return fc.array(block(allow, depth), length);
}

const known = new Map<string, fc.Arbitrary<BlockShape>>();

function block(allow: Allowed, depth: number): fc.Arbitrary<BlockShape> {
  const key = JSON.stringify([allow, depth]);
  const made = known.get(key) ?? makeBlock(allow, depth);
  known.set(key, made);
  return made;
}

function makeBlock(allow: Allowed, depth: number): fc.Arbitrary<BlockShape> {
  const delay = allow.delays ? maybe(1, 4, arbitraryTime) : fc.constant(undefined);
  const leaf: fc.Arbitrary<BlockShape>[] = [
    arbitraryStep(allow, delay, seldomNone),
    fc.record({ kind: fc.constant("wait" as const), for: seldomNone, delay, department: fc.nat({ max: 5 }) }),
  ];
  const easy = {
    weight: 5,
    arbitrary: fc.oneof({ weight: 4, arbitrary: leaf[0]! }, { weight: 1, arbitrary: leaf[1]! }),
  };
  if (depth === 0) return easy.arbitrary;

  const inner = sequence(allow, depth - 1, { maxLength: 2 });
  const way = fc.record({ body: inner, ends: fc.boolean(), delay });
  const shares = fc.array(fc.record({ way, weight: fc.nat({ max: 4 }) }), { minLength: 1, maxLength: 3 });
  const rules = fc.array(fc.record({ way, when: arbitraryRule }), { minLength: 1, maxLength: 3 });
  const hard: fc.MaybeWeightedArbitrary<BlockShape>[] = [
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("chance" as const), ways: shares, last: way }) },
  ];
  if (allow.rules)
    hard.push({
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("rules" as const),
        ways: rules,
        otherwise: way,
        at: fc.nat({ max: 3 }),
      }),
    });
  if (allow.forks)
    hard.push({
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("parallel" as const),
        branches: fc.array(fc.record({ body: inner, delay }), { minLength: 2, maxLength: 3 }),
        delay,
      }),
    });
  if (allow.loops)
    hard.push({
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("rework" as const),
        first: arbitraryStep(allow, delay, arbitraryTime),
        rest: inner,
        again: fc.integer({ min: 1, max: 7 }).map((tenth) => tenth / 10),
        delay,
      }),
    });
  return fc.oneof({ withCrossShrink: true }, easy, ...hard);
}

const none: Distribution = { dist: "constant", value: 0, unit: "min" };
const seldomNone = fc.oneof({ weight: 9, arbitrary: arbitraryTime }, { weight: 1, arbitrary: fc.constant(none) });

function arbitraryStep(
  allow: Allowed,
  delay: fc.Arbitrary<Distribution | undefined>,
  work: fc.Arbitrary<Distribution>,
) {
  const exit: fc.Arbitrary<Exits> = fc.constantFrom("leaves", "goes on", "ends", "is looked after");
  const sometimes = <T>(arbitrary: fc.Arbitrary<T>) => (allow.exits ? maybe(1, 3, arbitrary) : fc.constant(undefined));
  return fc.record({
    kind: fc.constant("step" as const),
    work,
    /** Which team does it, how many slots it has, or neither: no limit. */
    by: fc.oneof(
      { weight: 3, arbitrary: fc.record({ team: fc.nat({ max: 5 }) }) },
      { weight: 1, arbitrary: fc.record({ slots: fc.integer({ min: 1, max: 3 }) }) },
      { weight: 1, arbitrary: fc.constant({}) },
    ),
    patience: sometimes(arbitraryTime),
    givesUp: exit,
    limit: sometimes(fc.nat({ max: 3 })),
    full: exit,
    delay,
    department: fc.nat({ max: 5 }),
  });
}

function maybe<T>(parts: number, of: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: of - parts, arbitrary: fc.constant(undefined) }, { weight: parts, arbitrary });
}

const KINDS = ["start", "step", "decision", "fork", "join", "wait", "end"] as const;
const name = fc.oneof(
  fc.constantFrom("Call", "Qualify the lead", "", "Angebot prüfen", "見積り", "🚀"),
  fc.string({ maxLength: 30, unit: "grapheme" }),
);

/**
 * Any process that a file can hold, runnable or not: disconnected, cyclic, empty, with flows that dangle, with places
 * or without, and with what other programs wrote into it.
 *
 * @param most - How many nodes at most.
 */
export function arbitraryDrawing(most = 20): fc.Arbitrary<Process> {
  const reference = fc.nat({ max: most }).map((n) => `n${n}`);
  const department = fc.option(fc.constantFrom("d0", "d1", "nowhere"), { nil: undefined });
  const extensions = fc.option(fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 2 }), { nil: undefined });
  const place = fc.option(
    fc.record({ x: fc.integer({ min: -500, max: 3000 }), y: fc.double({ noNaN: true, min: -500, max: 3000 }) }),
    {
      nil: {},
    },
  );
  const node = fc.record({ kind: fc.constantFrom(...KINDS), name, department, place, extensions });
  const flow = fc.record({
    from: reference,
    to: reference,
    label: fc.option(name, { nil: undefined }),
    share: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: undefined }),
  });
  return fc
    .record({
      title: name,
      nodes: fc.array(node, { maxLength: most }),
      flows: fc.array(flow, { maxLength: most * 2 }),
      lanes: fc.nat({ max: 2 }),
      extensions,
    })
    .map(({ title, nodes, flows, lanes, extensions }) =>
      plain({
        ...emptyProcess,
        name: title,
        departments: Array.from({ length: lanes }, (_, i) => ({ id: `d${i}`, name: `Department ${i}` })),
        nodes: nodes.map(({ place, ...node }, i) => ({ ...node, ...place, id: `n${i}` })),
        flows: flows.map((flow, i) => ({ ...flow, id: `f${i}` })),
        extensions,
      }),
    );
}

/** Plain data as it comes out of a file: without keys that hold nothing, and without negative zeros. */
function plain(data: object): Process {
  return JSON.parse(JSON.stringify(data));
}
