import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isId } from "../../src/model/basics.ts";
import { connect, disconnect, erase, setShare } from "../../src/model/edit/flows.ts";
import { freshId, freshName, idsOf } from "../../src/model/edit/ids.ts";
import { insertOnFlow, moveNodes, newNode, placed, setDepartment, unplaced } from "../../src/model/edit/nodes.ts";
import { add, moveTo, patch, patchProcess, patchSimulation, remove, replace } from "../../src/model/edit.ts";
import { NO_DRAWING } from "../../src/model/geometry.ts";
import { LISTS, type NodeKind } from "../../src/model/process.ts";
import { arbitraryDrawing } from "../arbitrary.ts";
import { decision, end, fixed, flow, paths, processOf, start, step, tiny, wait } from "../builders.ts";

const shares = (process: typeof tiny) => process.flows.map((each) => each.share);

describe("entries of lists", () => {
  it("adds at the end or before another", () => {
    const one = add(tiny, "teams", { id: "sdr", name: "SDR", people: 1 });
    const two = add(one, "teams", { id: "ae", name: "AE", people: 1 }, 0);
    expect(two.teams.map((team) => team.id)).toEqual(["ae", "sdr"]);
  });

  it("changes some fields, takes away those that become undefined, and leaves everything else as it was", () => {
    const before = processOf({ teams: [{ id: "sdr", name: "SDR", people: 3, costPerHour: 30 }] });
    const after = patch(before, "teams", "sdr", { people: 4, costPerHour: undefined });
    expect(after.teams).toStrictEqual([{ id: "sdr", name: "SDR", people: 4 }]);
    expect(before.teams[0]?.people).toBe(3);
    expect(after.nodes).toBe(before.nodes);
  });

  it("answers with the very same process if nothing differs", () => {
    expect(patch(tiny, "nodes", "call", { name: "call" })).toBe(tiny);
    expect(patch(tiny, "nodes", "nobody", { name: "x" })).toBe(tiny);
    expect(remove(tiny, "nodes", ["nobody"])).toBe(tiny);
    expect(moveTo(tiny, "nodes", "new", 0)).toBe(tiny);
    expect(replace(tiny, "nodes", step("nobody"))).toBe(tiny);
    expect(patchProcess(tiny, { name: tiny.name })).toBe(tiny);
    expect(moveNodes(tiny, new Map())).toBe(tiny);
    expect(setDepartment(tiny, ["call"], undefined)).toBe(tiny);
    expect(connect(tiny, "new", "call")).toBe(tiny);
    expect(connect(tiny, "new", "nobody")).toBe(tiny);
    expect(insertOnFlow(tiny, "no-flow", step("x"))).toBe(tiny);
  });

  it("moves an entry to another place in its list", () => {
    const order = moveTo(tiny, "nodes", "won", 0).nodes.map((node) => node.id);
    expect(order).toEqual(["won", "new", "call"]);
    expect(moveTo(tiny, "nodes", "new", 99).nodes.at(-1)?.id).toBe("new");
  });

  it("puts another entry in the place of one with its id", () => {
    expect(replace(tiny, "nodes", wait("call")).nodes.map((node) => node.kind)).toEqual(["start", "wait", "end"]);
  });

  it("changes the process's own fields and its simulation", () => {
    expect(patchProcess(tiny, { name: "Leads", currency: "EUR" })).toMatchObject({ name: "Leads", currency: "EUR" });
    const seeded = patchSimulation(patchSimulation(tiny, { seed: 7, replications: 3 }), { replications: undefined });
    expect(seeded.simulation).toStrictEqual({ seed: 7 });
  });
});

describe("removing what is referred to", () => {
  it("removes a node's flows and targets with it", () => {
    const before = processOf({
      ...tiny,
      targets: [{ id: "t", name: "Speed", from: "new", to: "call", within: { value: 5, unit: "min" } }],
    });
    const after = remove(before, "nodes", ["call"]);
    expect(after.nodes.map((node) => node.id)).toEqual(["new", "won"]);
    expect(after.flows).toEqual([]);
    expect(after.targets).toEqual([]);
  });

  it("removes a team from steps, with what means nothing without it, and from what scenarios change", () => {
    const before = processOf({
      teams: [
        { id: "sdr", name: "SDR", people: 1 },
        { id: "ae", name: "AE", people: 1 },
      ],
      nodes: [
        step("a", { team: "sdr", people: 2, cover: ["ae"] }),
        step("b", { team: "ae", cover: ["sdr"], with: [{ team: "sdr" }, { team: "ae" }] }),
      ],
      scenarios: [
        {
          id: "hire",
          name: "Hire",
          changes: [
            { set: "teams/sdr/people", to: 2 },
            { set: "teams/ae/people", to: 2 },
          ],
        },
      ],
    });
    const after = remove(before, "teams", ["sdr"]);
    expect(after.nodes).toStrictEqual([step("a"), step("b", { team: "ae", with: [{ team: "ae" }] })]);
    expect(after.scenarios[0]?.changes).toEqual([{ set: "teams/ae/people", to: 2 }]);
  });

  it("removes departments, stages, systems, data, calendars and fields from whatever names them", () => {
    const before = processOf({
      departments: [{ id: "sales", name: "Sales" }],
      stages: [{ id: "early", name: "Early" }],
      systems: [{ id: "crm", name: "CRM" }],
      data: [{ id: "lead", name: "Lead" }],
      calendars: [{ id: "office", name: "Office", week: {} }],
      fields: [{ id: "value", name: "Value", type: "number" }],
      teams: [{ id: "sdr", name: "SDR", people: 1, department: "sales", calendar: "office" }],
      nodes: [
        start("s", { arrivals: { every: fixed(5), calendar: "office" }, set: { value: 3 } }),
        step("a", { department: "sales", stage: "early", systems: ["crm"], inputs: ["lead"], outputs: ["lead"] }),
        step("b", { queue: { order: "priority", priority: "value" } }),
        wait("w", { calendar: "office" }),
        end("e", { value: "value" }),
      ],
    });
    const after = (["departments", "stages", "systems", "data", "calendars", "fields"] as const).reduce(
      (process, list) =>
        remove(
          process,
          list,
          process[list].map((entry) => entry.id),
        ),
      before,
    );
    expect(after.teams).toStrictEqual([{ id: "sdr", name: "SDR", people: 1 }]);
    expect(after.nodes).toStrictEqual([
      start("s", { arrivals: { every: fixed(5) } }),
      step("a"),
      step("b", { queue: { order: "priority" } }),
      wait("w"),
      end("e"),
    ]);
  });

  it("leaves no reference to a node behind, whatever the process", () => {
    fc.assert(
      fc.property(arbitraryDrawing(), fc.nat({ max: 20 }), (process, n) => {
        const after = erase(process, { nodes: [`n${n}`] });
        expect(JSON.stringify(after.flows.map(({ from, to }) => [from, to]))).not.toContain(`"n${n}"`);
      }),
    );
  });
});

describe("nodes", () => {
  it("gives a new node of each kind an id and a name of its own", () => {
    const kinds: NodeKind[] = ["start", "step", "decision", "fork", "join", "wait", "end"];
    const process = kinds.concat(kinds).reduce((before, kind) => add(before, "nodes", newNode(before, kind)), tiny);
    expect(idsOf(process).size).toBe(3 + 14 + 2);
    expect(new Set(process.nodes.map((node) => node.name)).size).toBe(17);
  });

  it("moves nodes into a lane and out of all lanes", () => {
    const moved = setDepartment(tiny, ["new", "call"], "sales");
    expect(moved.nodes.map((node) => node.department)).toEqual(["sales", "sales", undefined]);
    expect(setDepartment(moved, ["new", "call"], undefined)).toStrictEqual(tiny);
  });

  it("keeps the places of a drawing, and forgets them", () => {
    const nodes = { new: { x: 1, y: 2, width: 9, height: 9 }, gone: { x: 0, y: 0, width: 1, height: 1 } };
    const kept = placed(tiny, { ...NO_DRAWING, nodes });
    expect(kept.nodes.map(({ x, y }) => [x, y])).toEqual([
      [1, 2],
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect(placed(kept, { ...NO_DRAWING, nodes })).toBe(kept);
    expect(unplaced(kept)).toStrictEqual(tiny);
  });

  it("puts a new node on a flow, which keeps its condition", () => {
    const before = processOf({
      nodes: [decision("d"), end("e")],
      flows: [flow("d", "e", { share: 1 }), flow("d", "e", { id: "other" })],
    });
    const after = insertOnFlow(before, "d-e", step("x"));
    expect(after.flows).toEqual([
      flow("d", "x", { id: "d-e", share: 1 }),
      { id: "x-e", from: "x", to: "e" },
      flow("d", "e", { id: "other" }),
    ]);
    expect(after.nodes.map((node) => node.id)).toEqual(["d", "e", "x"]);
  });

  it("puts a node that exists already on a flow without doubling it", () => {
    const before = add(tiny, "nodes", wait("pause"));
    const after = insertOnFlow(before, "new-call", before.nodes[3]!);
    expect(after.nodes).toBe(before.nodes);
    expect(after.flows.map(({ from, to }) => [from, to])).toEqual([
      ["new", "pause"],
      ["pause", "call"],
      ["call", "won"],
    ]);
  });
});

describe("flows", () => {
  const three = processOf({ nodes: [decision("d"), end("a"), end("b"), end("c")] });

  it("gives each new flow out of a decision an equal share and keeps the sum at 1", () => {
    const one = connect(three, "d", "a");
    const two = connect(one, "d", "b");
    const all = connect(two, "d", "c");
    expect(shares(one)).toEqual([1]);
    expect(shares(two)).toEqual([0.5, 0.5]);
    expect(shares(all)).toEqual([0.3334, 0.3333, 0.3333]);
  });

  it("scales the other shares when one is set or taken away", () => {
    const all = ["a", "b", "c"].reduce((process, to) => connect(process, "d", to), three);
    const set = setShare(all, "d-a", 0.6);
    expect(shares(set)[0]).toBe(0.6);
    expect(shares(set).reduce((sum: number, share) => sum + (share ?? 0), 0)).toBeCloseTo(1, 9);
    expect(shares(erase(set, { flows: ["d-a"] }))).toEqual([0.5, 0.5]);
    expect(shares(disconnect(set, ["d-a", "d-b"]))).toEqual([1]);
    expect(shares(erase(set, { nodes: ["a", "c"] }))).toEqual([1]);
    expect(shares(setShare(all, "d-a", 5))).toEqual([1, 0, 0]);
  });

  it("makes the first new flow out of a decision by rules the otherwise", () => {
    const ruled = processOf({
      ...three,
      flows: [flow("d", "a", { when: { field: "value", is: ">", to: 1 } })],
    });
    const after = connect(connect(ruled, "d", "b"), "d", "c");
    expect(after.flows.map(({ otherwise, share }) => [otherwise, share])).toEqual([
      [undefined, undefined],
      [true, undefined],
      [undefined, undefined],
    ]);
  });

  it("connects the same two nodes once for each exit of a step", () => {
    const after = connect(tiny, "call", "won", "gives-up");
    expect(after.flows.at(-1)).toEqual({ id: "call-won-2", from: "call", to: "won", on: "gives-up" });
    expect(connect(after, "call", "won", "gives-up")).toBe(after);
  });
});

describe("ids", () => {
  it("reads like the name", () => {
    expect(freshId(tiny, "Lead qualification, 2nd try!")).toBe("lead-qualification-2nd-try");
    expect(freshId(tiny, "Prüfung")).toBe("prufung");
    expect(freshId(tiny, "call")).toBe("call-2");
    expect(freshId(tiny, "Constructor")).toBe("constructor-2");
    expect(freshName(tiny, "nodes", "call")).toBe("call 2");
  });

  it("is an id and free, whatever the name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 100 }), arbitraryDrawing(), (name, process) => {
        const id = freshId(process, name);
        expect(isId(id)).toBe(true);
        expect(idsOf(process).has(id)).toBe(false);
      }),
    );
  });

  it("counts the ids of every list", () => {
    const process = Object.fromEntries(LISTS.map((list) => [list, [{ id: `one-of-${list}` }]]));
    expect([...idsOf(process as never)]).toEqual(LISTS.map((list) => `one-of-${list}`));
  });

  it("follows paths in builders", () => {
    expect(paths("a > b > c")).toEqual([flow("a", "b"), flow("b", "c")]);
  });
});
