import { shiftOf } from "../calendar.ts";
import { newNode } from "../edit/nodes.ts";
import { painted, shiftTexts } from "../edit/shifts.ts";
import { patch } from "../edit.ts";
import { emptyProcess, type Process } from "../process.ts";
import { keysOf, type Mender, put, takeAway, valueAt, withValueAt } from "./fix.ts";

/** What new nodes have, which is what one that lacks it gets. */
const { arrivals } = newNode(emptyProcess, "start");
const { work } = newNode(emptyProcess, "step");
const { for: time } = newNode(emptyProcess, "wait");

const tooFew: Mender = ({ path }, process) => {
  const [list, index, key, n] = keysOf(path);
  const node = list === "nodes" ? process.nodes[Number(index)] : undefined;
  if (node?.kind !== "step") return undefined;
  const asked = key === "with" ? node.with?.[Number(n)] : node;
  const team = process.teams.find(({ id }) => id === asked?.team);
  const people = asked?.people ?? 1;
  return (
    team && {
      name: `Give “${team.name}” ${people} ${people === 1 ? "person" : "people"}`,
      edit: (now) => patch(now, "teams", team.id, { people }),
    }
  );
};

/** Sets a day's shifts in order, those that overlap made one. */
const shifts: Mender = ({ path }, process) => {
  const day = keysOf(path).slice(0, -1);
  const texts = valueAt(process, day);
  const read = Array.isArray(texts) ? texts.map((text) => shiftOf(String(text))) : [];
  const sound = read.flatMap((shift) => (shift && shift.from < shift.to ? [shift] : []));
  if (read.length === 0 || sound.length < read.length) return undefined;
  const merged = sound.reduce<readonly (typeof sound)[number][]>((before, shift) => painted(before, shift, true), []);
  return { name: "Set the shifts in order", edit: (now) => withValueAt(now, day, shiftTexts(merged)) };
};

const another: Mender = (problem, process) => {
  const keys = keysOf(problem.path);
  // Of another team needed at the same time, the whole entry goes, not only its team.
  const place = keys[2] === "with" ? keys.slice(0, 4) : keys;
  return valueAt(process, place) === undefined
    ? undefined
    : { name: "Name it only once", edit: (now: Process) => withValueAt(now, place, undefined) };
};

/** Mends for problems of work, people and times, by the problem's code. */
export const WORK_FIXES: Readonly<Record<string, Mender>> = {
  "no-arrivals": put("One every 10 minutes on average", arrivals, "arrivals"),
  "no-work": put("5 to 20 minutes, mostly 10", work, "work"),
  "no-wait-time": put("Let it wait 1 hour", time, "for"),
  "team-of-nobody": ({ path }) => {
    const [list, index] = keysOf(path);
    return { name: "Give it one person", edit: (process) => withValueAt(process, [list!, index!, "people"], 1) };
  },
  "too-few-people": tooFew,
  "slots-and-team": takeAway("Take the places away"),
  "team-twice": another,
  "no-priority": takeAway("Let who came first go first"),
  "no-effect": takeAway("Take it away"),
  shift: shifts,
};
