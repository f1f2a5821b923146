import { expect, it } from "vitest";
import { eventWords, possibleWords, reasonsFor, whereWords } from "../../src/analyse/walk-words.ts";
import { ordinary, readWalk } from "../../src/app/walk.ts";
import { type Possible, type WalkEvent, Walker } from "../../src/compile/walk.ts";
import { decision, end, fixed, flow, fork, join, paths, processOf, start, step, wait } from "../builders.ts";

const process = processOf({
  fields: [{ id: "value", name: "Deal value", type: "number" }],
  nodes: [
    start("in"),
    step("call", { patience: fixed(60) }),
    decision("won"),
    decision("big"),
    fork("both"),
    step("left"),
    step("right"),
    join("met"),
    wait("rest"),
    end("deal"),
    end("lost"),
  ],
  flows: [
    ...paths("in > call > won"),
    flow("won", "lost", { share: 0.6 }),
    flow("won", "big", { share: 0.4 }),
    flow("big", "both", { when: { field: "value", is: ">=", to: 1000 } }),
    flow("big", "deal", { otherwise: true }),
    ...paths("both > left > met", "both > right > met > rest > deal"),
  ],
});
const walker = new Walker(process);

/** Chooses, one after the other, what happens: the first that fits the words. */
function walk(words: readonly string[], value: number) {
  const events: WalkEvent[] = [];
  for (const word of words) {
    const { possible } = walker.after(events, { value });
    const chosen = possible.find((each) => `${each.at} ${each.what} ${each.flows.at(-1) ?? ""}`.startsWith(word));
    if (!chosen)
      throw new Error(`“${word}” is not among ${possible.map(({ at, what }) => `${at} ${what}`).join(", ")}`);
    events.push(chosen.event);
  }
  return { events, state: walker.after(events, { value }) };
}

const whats = (possible: readonly Possible[]) => possible.map(({ at, what, flows }) => [at, what, ...flows]);

it("begins with an arrival, and offers at a step what the machine would hear", () => {
  expect(whats(walker.after([], { value: 1 }).possible)).toEqual([["in", "arrive", "in-call"]]);
  const { state } = walk(["in arrive"], 1);
  expect(state.places).toEqual([{ id: "call", phase: "waiting" }]);
  expect(whats(state.possible)).toEqual([
    ["call", "begin"],
    ["call", "gives-up"],
  ]);
});

it("offers one event for each branch that chance may take, and follows rules by what the record carries", () => {
  const small = walk(["in arrive", "call begin"], 500).state;
  expect(whats(small.possible)).toEqual([
    ["call", "done", "call-won", "won-lost"],
    ["call", "done", "call-won", "won-big", "big-deal"],
  ]);
  const [{ reasons } = { reasons: [] }] = reasonsFor(process, small.possible, small.fields);
  expect(reasons.map(({ flow: id, open }) => [id, open])).toEqual([
    ["big-both", false],
    ["big-deal", true],
  ]);
  expect(reasons[0]?.words).toContain("closed, as Deal value is 500");
  expect(reasons[1]?.words).toMatch(/ otherwise: open$/);
});

it("begins a sentence about the way to somewhere with a capital, and leaves names as they are", () => {
  const slow = { ...process, flows: process.flows.map((each) => ({ ...each, delay: fixed(5) })) };
  const words = (at: string) =>
    possibleWords(slow, { event: { kind: "go", type: "", chances: {} }, at, what: "after", flows: [] });
  expect(words("in-call").what).toBe("On the way to “call”: time passes");
  expect(words("call").what).toBe("call: time passes");
});

it("walks parallel branches side by side, and meets in the join", () => {
  const { events: before, state } = walk(["in arrive", "call begin"], 5000);
  const split = state.possible.find(({ flows }) => flows.includes("big-both"))!;
  const events = [...before, split.event];
  expect(walker.after(events, { value: 5000 }).places.map(({ id }) => id)).toEqual(["left", "right"]);
});

it("changes fields on the way, and the rules with them", () => {
  const { events } = walk(["in arrive", "call begin"], 1);
  const rich = walker.after([...events, { kind: "set", field: "value", to: 9000 }], { value: 1 });
  expect(rich.possible.some(({ flows }) => flows.includes("big-both"))).toBe(true);
  expect(rich.places).toEqual([{ id: "call", phase: "working" }]);
});

it("begins with a number that is as ordinary as any", () => {
  const number = { id: "n", name: "N", type: "number" } as const;
  expect(ordinary({ ...number, sample: { dist: "uniform", min: 0, max: 80 } })).toBe(40);
  // The median of an exponential: 0.693 of its mean.
  expect(ordinary({ ...number, sample: { dist: "exponential", mean: 1000 } })).toBe(693);
  expect(ordinary(number)).toBe(0);
});

it("ends where the record leaves, and says how", () => {
  expect(walk(["in arrive", "call begin", "call done won-lost"], 1).state).toMatchObject({
    over: "lost",
    possible: [],
  });
  expect(walk(["in arrive", "call gives-up"], 1).state.over).toBe("gave-up");
  expect(() => walker.after([{ kind: "go", type: "call.done", chances: {} }], { value: 1 })).toThrow("cannot happen");
});

it("says events in words, and reads saved walks or refuses them", () => {
  const { events, state } = walk(["in arrive", "call begin"], 1);
  expect(events.map((event) => eventWords(process, event))).toEqual(["Arrives at in", "call: work begins"]);
  expect(possibleWords(process, state.possible[0]!)).toMatchObject({
    what: "call: is done",
    to: expect.stringMatching(/^60\s%\s→ lost$/),
  });
  const file = { format: "throughline-walk", version: 1, fields: { value: 1 }, events };
  expect(readWalk(JSON.stringify(file))).toEqual({ fields: { value: 1 }, events });
  for (const wrong of [
    "",
    "[]",
    "{}",
    JSON.stringify({ ...file, events: [{ kind: "go" }] }),
    JSON.stringify({ ...file, version: 2 }),
  ])
    expect(readWalk(wrong)).toBeUndefined();
});

it("says in a sentence where the record is: at a step, at a wait, or on the way", () => {
  const at = (places: Parameters<typeof whereWords>[1]["places"]) =>
    whereWords(process, { ...walker.after([], { value: 1 }), places });
  expect(at([{ id: "call", phase: "working" }])).toBe("The record is worked on at “call”.");
  expect(at([{ id: "rest", phase: "on the way" }])).toBe("The record is at “rest”.");
  expect(
    at([
      { id: "left", phase: "waiting" },
      { id: "both-right", phase: "on the way" },
    ]),
  ).toBe("The record is waiting at “left” and on the way to “right”.");
});
