import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile/compile.ts";
import { stateId } from "../../src/compile/config.ts";
import { machineOf } from "../../src/compile/machine.ts";
import type { Process } from "../../src/model/process.ts";
import { tellingLog, type Visit } from "../../src/simulate/record-log.ts";
import { simulate } from "../../src/simulate/simulate.ts";
import { Reference } from "../agreement/reference.ts";
import { decision, end, fixed, flow, fork, join, processOf, start, step, wait } from "../builders.ts";

const PLACES = ["new", "ask", "which", "split", "left", "right", "meet", "pause", "done", "gone"] as const;
type Place = (typeof PLACES)[number];

/** A process with one of everything, its nodes and flows called as one likes; no part of it is left to chance. */
function called(name: (place: string) => string): Process {
  const at = (place: Place) => name(place);
  const to = (from: Place, to: Place, more: Parameters<typeof flow>[2] = {}) =>
    flow(at(from), at(to), { id: name(`${from}-${to}`), ...more });
  return processOf({
    fields: [{ id: name("hot"), name: "Hot", type: "boolean" }],
    teams: [{ id: name("crew"), name: "Crew", people: 1 }],
    nodes: [
      start(at("new"), { arrivals: { at: [0, 1, 2, 3] }, set: { [name("hot")]: true } }),
      step(at("ask"), { work: fixed(4), team: name("crew"), patience: fixed(5), queue: { limit: 2 } }),
      decision(at("which")),
      fork(at("split")),
      step(at("left"), { work: fixed(1), team: name("crew") }),
      step(at("right"), { work: fixed(2) }),
      join(at("meet")),
      wait(at("pause"), { for: fixed(3) }),
      end(at("done")),
      end(at("gone")),
    ],
    flows: [
      to("new", "ask"),
      to("ask", "which", { delay: fixed(0.5) }),
      to("ask", "gone", { on: "gives-up" }),
      to("which", "split", { when: { field: name("hot"), is: "=", to: true } }),
      to("which", "gone", { otherwise: true }),
      to("split", "left", { delay: fixed(0.25) }),
      to("split", "right"),
      to("left", "meet"),
      to("right", "meet"),
      to("meet", "pause"),
      to("pause", "done"),
    ],
  });
}

function logOf(process: Process): readonly Visit[] {
  const log: Visit[] = [];
  const program = compile(process);
  simulate(program, 1, 0, { records: 10 }, () => {}, { log: tellingLog(program, log) });
  return log.map(({ record, node, reached, began, left, by }) => ({ record, node, reached, began, left, by }));
}

const numbers = new Map<string, number>();
const numberOf = (place: string) => numbers.get(place) ?? numbers.set(place, numbers.size + 1).get(place)!;

const NAMINGS: readonly (readonly [string, (place: string) => string])[] = [
  ["dots", (place) => `a.${place}.b`],
  ["dots alone", (place) => ".".repeat(numberOf(place))],
  ["hashes", (place) => `#${place}`],
  ["at signs, as the machine's own states have", (place) => `@${place}`],
  ["stars, as XState's wildcards have", (place) => `${place}.*`],
  ["backslashes", (place) => `\\${place}\\`],
  ["spaces", (place) => ` ${place} and more `],
  ["per cent signs, as escapes have", (place) => `%2E${place}%`],
  ["Umlauts, Chinese and emoji", (place) => `Größe ${place} 客户 🙂`],
  ["two underscores", (place) => `__${place}__`],
  ["numbers, which JavaScript would sort", (place) => `${100 - numberOf(place)}`],
  ["colons and slashes", (place) => `https://x/${place}?a=b`],
  ["names that XState uses", (place) => `xstate.after.${place}`],
  [
    "names that a step's states have",
    (place) => (place === "left" ? "waiting" : place === "right" ? "working" : place),
  ],
  ["names that events have", (place) => (place === "left" ? "done" : place === "right" ? "begin" : `${place}.done`)],
  ["ends of one another", (place) => `${"x.".repeat(numberOf(place))}done`],
];

describe("ids may be what they like", () => {
  const plain = logOf(called((place) => place));

  it("and the plain ones make a life with everything in it", () => {
    expect(new Set(plain.map(({ by }) => by))).toEqual(new Set(["arrived", "done", "gives-up", "full", "end"]));
  });

  it.each(NAMINGS)("and a record's life stays the same, in the engine and in XState: %s", (_, name) => {
    const process = called(name);
    const place = new Map(PLACES.map((each) => [name(each), each]));
    const back = (log: readonly Visit[]) => log.map((visit) => ({ ...visit, node: place.get(visit.node) }));
    expect(back(logOf(process))).toEqual(plain);
    expect(back(new Reference(process, 1, 10).log)).toEqual(plain);
    const config = machineOf(process);
    expect(JSON.parse(JSON.stringify(config))).toEqual(config);
  });
});

describe("state ids", () => {
  it("escape what means something in references and events, and nothing else", () => {
    expect(stateId("a.b#c*d\\e@f%g")).toBe("a%2Eb%23c%2Ad%5Ce%40f%25g");
    expect(stateId("Größe 客户 🙂 x-y_z/1")).toBe("Größe 客户 🙂 x-y_z/1");
  });
});
