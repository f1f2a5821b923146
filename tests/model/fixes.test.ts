import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keysOf, withValueAt } from "../../src/model/fixes/fix.ts";
import { FIXES, fixOf } from "../../src/model/fixes.ts";
import type { Process } from "../../src/model/process.ts";
import { validate } from "../../src/model/validate.ts";
import { arbitraryProcess } from "../arbitrary.ts";
import { decision, end, flow, paths, processOf, start, step, tiny, wait } from "../builders.ts";
import { deciding, drawn, team, withStart, withStep } from "./checks/cases.ts";

const rule = { field: "value", is: ">", to: 1 } as const;
const calendar = (mon: readonly string[], closed?: readonly string[]) => ({
  ...tiny,
  calendars: [{ id: "office", name: "Office", week: { mon }, ...(closed ? { closed } : {}) }],
});

/** For each code: what the button says, and a process with the problem. */
const CASES: readonly (readonly [code: string, name: string, process: Process])[] = [
  ["no-start", "Add a start", processOf({ nodes: [step("call"), end("won")], flows: paths("call > won") })],
  ["no-end", "Add an end", processOf({ nodes: [start("new"), step("call")], flows: paths("new > call") })],
  [
    "dead-end",
    "Add an end after it",
    processOf({
      nodes: [...tiny.nodes, step("b"), decision("d")],
      flows: [...paths("new > call > d"), flow("d", "won", { share: 0.5 }), flow("d", "b", { share: 0.5 })],
    }),
  ],
  ["unreachable", "Lead “call” to it", processOf({ nodes: [...tiny.nodes, step("more")], flows: paths("new > call") })],
  ["one-way-decision", "Take the decision away", deciding(flow("d", "won", { share: 1 }))],
  ["undecided", "Decide by equal shares", deciding(flow("d", "won"), flow("d", "lost"))],
  [
    "mixed-decision",
    "Decide by shares",
    deciding(flow("d", "won", { share: 0.5 }), flow("d", "lost", { otherwise: true })),
  ],
  ["missing-share", "Give it what is left", deciding(flow("d", "won", { share: 0.3 }), flow("d", "lost"))],
  [
    "share-out-of-range",
    "Bring it between 0 and 100 %",
    deciding(flow("d", "won", { share: 3 }), flow("d", "lost", { share: 0 })),
  ],
  [
    "shares-do-not-add-up",
    "Make the shares add up",
    deciding(flow("d", "won", { share: 0.3 }), flow("d", "lost", { share: 0.6 })),
  ],
  ["missing-rule", "Make it the otherwise", deciding(flow("d", "won", { when: rule }), flow("d", "lost"))],
  [
    "rule-and-otherwise",
    "Keep it as the otherwise",
    deciding(flow("d", "won", { when: rule }), flow("d", "lost", { when: rule, otherwise: true })),
  ],
  [
    "no-otherwise",
    "Make “lost” the otherwise",
    deciding(flow("d", "won", { when: rule }), flow("d", "lost", { when: rule })),
  ],
  ["flow-out-of-end", "Take the flow away", { ...tiny, flows: [...tiny.flows, flow("won", "call")] }],
  [
    "flow-into-start",
    "Lead it to “call”",
    processOf({
      nodes: [...tiny.nodes, decision("d")],
      flows: [...paths("new > call > d"), flow("d", "won", { share: 0.5 }), flow("d", "new", { share: 0.5 })],
    }),
  ],
  [
    "exit-of-no-step",
    "Take the exit off the flow",
    processOf({ ...tiny, flows: [flow("new", "call", { on: "full" }), ...paths("call > won")] }),
  ],
  [
    "unused-exit",
    "Take the flow away",
    { ...tiny, flows: [...tiny.flows, flow("call", "won", { id: "x", on: "full" })] },
  ],
  [
    "several-ways-on",
    "Decide after “call”",
    processOf({ nodes: [...tiny.nodes, end("lost")], flows: paths("new > call > won", "call > lost") }),
  ],
  ["empty-name", "Call it “Step”", withStep({ name: " " })],
  ["empty-name", "Call it “Untitled process”", { ...tiny, name: "" }],
  ["empty-name", "Call it “Team”", { ...tiny, teams: [{ id: "t", name: "", people: 1 }] }],
  [
    "duplicate-name",
    "Call it “call 3”",
    drawn(
      [step("a", { name: "Call" }), step("b", { name: "Call 2" }), step("c", { name: "call 2" })],
      ...paths("s > a > b > c > e"),
    ),
  ],
  [
    "duplicate-id",
    "Give it an id of its own",
    {
      ...tiny,
      systems: [
        { id: "crm", name: "A" },
        { id: "crm", name: "B" },
      ],
    },
  ],
  ["unknown-reference", "Use “Sales”", { ...withStep({ team: "sdrs" }), ...team() }],
  ["unknown-reference", "Take “nobody-we-know” away", withStep({ team: "nobody-we-know" })],
  ["unknown-reference", "Take “nothing-like-it” away", withStep({ inputs: ["nothing-like-it"] })],
  [
    "unknown-reference",
    "Take what leads there away",
    { ...tiny, targets: [{ id: "t", name: "T", from: "new", to: "somewhere-else", within: { value: 1, unit: "d" } }] },
  ],
  ["unknown-reference", "Take “no-such-field” away", withStart({ set: { "no-such-field": 1 } })],
  [
    "duplicate-option",
    "Take the second one away",
    { ...tiny, fields: [{ id: "f", name: "F", type: "choice", options: [{ value: "A" }, { value: "A" }] }] },
  ],
  [
    "scenario-path",
    "Take the change away",
    { ...tiny, scenarios: [{ id: "s", name: "S", changes: [{ set: "teams/gone/people", to: 2 }] }] },
  ],
  ["link", "Take the link away", withStep({ link: "javascript:alert(1)" })],
  ["date", "Take the date away", calendar(["09:00-17:00"], ["2026-02-30"])],
  ["never-open", "Open it on weekdays from 9 to 5", calendar([])],
  [
    "no-arrivals",
    "One every 10 minutes on average",
    processOf({ ...tiny, nodes: [{ id: "new", kind: "start", name: "new" }, step("call"), end("won")] }),
  ],
  [
    "no-work",
    "5 to 20 minutes, mostly 10",
    processOf({ ...tiny, nodes: [start("new"), { id: "call", kind: "step", name: "call" }, end("won")] }),
  ],
  ["no-wait-time", "Let it wait 1 hour", drawn([{ id: "w", kind: "wait", name: "w" }], ...paths("s > w > e"))],
  ["team-of-nobody", "Give it one person", { ...withStep({ team: "sdr" }), ...team(0) }],
  ["too-few-people", "Give “Account” 3 people", { ...withStep({ team: "ae", people: 3 }), ...team() }],
  [
    "too-few-people",
    "Give “Account” 2 people",
    { ...withStep({ team: "sdr", with: [{ team: "ae", people: 2 }] }), ...team() },
  ],
  ["slots-and-team", "Take the places away", { ...withStep({ team: "sdr", slots: 2 }), ...team() }],
  ["team-twice", "Name it only once", { ...withStep({ team: "sdr", with: [{ team: "sdr" }] }), ...team() }],
  ["team-twice", "Name it only once", { ...withStep({ team: "sdr", cover: ["sdr"] }), ...team() }],
  ["no-priority", "Let who came first go first", withStep({ queue: { order: "priority" } })],
  ["no-effect", "Take it away", withStep({ people: 2 })],
  [
    "no-effect",
    "Take it away",
    processOf({ ...tiny, flows: [flow("new", "call", { share: 1 }), ...paths("call > won")] }),
  ],
  ["shift", "Set the shifts in order", calendar(["13:00-17:00", "09:00-13:30"])],
];

it.each(CASES)("%s: “%s” mends it, and breaks nothing else", (code, name, process) => {
  const before = validate(process);
  const problem = before.find((each) => each.code === code)!;
  expect(problem).toBeDefined();
  const fix = fixOf(problem, process)!;
  expect(fix.name).toBe(name);
  const after = validate(fix.edit(process));
  expect(after.filter((each) => each.code === code && each.message === problem.message)).toEqual([]);
  expect(after.length).toBeLessThan(before.length);
});

it("every fix is tried above", () => {
  expect(Object.keys(FIXES).filter((code) => !CASES.some(([tried]) => tried === code))).toEqual([]);
});

it("offers nothing where only the author can say", () => {
  const twice = deciding(flow("d", "won", { otherwise: true }), flow("d", "lost", { otherwise: true }));
  expect(validate(twice).map((problem) => [problem.code, fixOf(problem, twice)])).toContainEqual([
    "several-otherwise",
    undefined,
  ]);
  const words = calendar(["nine to five"]);
  expect(fixOf(validate(words).find(({ code }) => code === "shift")!, words)).toBeUndefined();
});

it("a fix that waits elsewhere in the process is told by its own place", () => {
  const two = drawn([wait("w"), { id: "x", kind: "wait", name: "x" }], ...paths("s > w > x > e"));
  const mended = fixOf(validate(two)[0]!, two)!.edit(two);
  expect(mended.nodes[2]).toMatchObject({ id: "x", for: { dist: "constant", value: 1, unit: "h" } });
  expect(mended.nodes[1]).toBe(two.nodes[1]);
});

describe("places", () => {
  it("are taken apart and written to without touching what was there", () => {
    expect(keysOf("nodes[3].set.a field")).toEqual(["nodes", 3, "set", "a field"]);
    const at = { list: [{ a: 1, b: 2 }], more: [5] };
    expect(withValueAt(at, ["list", 0, "a"], undefined)).toEqual({ list: [{ b: 2 }], more: [5] });
    expect(withValueAt(at, ["more", 0], undefined)).toEqual({ list: [{ a: 1, b: 2 }] });
    expect(at).toEqual({ list: [{ a: 1, b: 2 }], more: [5] });
  });
});

/** A process that runs, with some flows taken out and some steps robbed of their work. */
const broken = fc
  .tuple(arbitraryProcess({ nodes: { max: 14 } }), fc.infiniteStream(fc.integer({ min: 0, max: 5 })))
  .map(([process, dice]): Process => {
    const unlucky = () => dice.next().value === 0;
    const nodes = process.nodes.map((node) => {
      if (node.kind !== "step" || !unlucky()) return node;
      const { work: _, ...rest } = node;
      return rest;
    });
    return { ...process, nodes, flows: process.flows.filter(() => !unlucky()) };
  });

it("on any process, a fix that is offered takes its problem away", () => {
  fc.assert(
    fc.property(broken, (process) => {
      for (const problem of validate(process)) {
        const after = fixOf(problem, process)?.edit(process);
        if (after)
          expect(validate(after).map(({ code, message }) => `${code}: ${message}`)).not.toContain(
            `${problem.code}: ${problem.message}`,
          );
      }
    }),
    { numRuns: 100 },
  );
});
