import { ENTRY } from "./checks/names.ts";
import { list as inWords } from "./format.ts";
import { LISTS, type ListName, type Process } from "./process.ts";

interface Entry {
  readonly id: string;
  readonly name?: string;
}

/** What became of the entries of one list. */
interface Change {
  readonly list: ListName;
  readonly what: "added" | "removed" | "changed" | "moved";
  readonly entries: readonly Entry[];
}

/** How many changes are told one by one. */
const TOLD = 4;

/**
 * What makes a process another than it was, in a few words.
 *
 * @example
 * differenceWords(before, after); // "“Call” added, 2 flows added and “Won” changed"
 */
export function differenceWords(before: Process, after: Process): string {
  const rest = (process: Process) =>
    JSON.stringify({ ...process, ...Object.fromEntries(LISTS.map((list) => [list, 0])) });
  const whole = before.name === after.name ? [] : [`called “${after.name}”`];
  const others = whole.length === 0 && rest(before) !== rest(after) ? ["settings changed"] : [];
  const words = [...whole, ...changes(before, after).map(changeWords), ...others];
  if (words.length === 0) return "nothing changed";
  const left = words.length - TOLD;
  return left > 1 ? `${words.slice(0, TOLD).join(", ")} and ${left} more changes` : inWords(words, "and");
}

function changes(before: Process, after: Process): readonly Change[] {
  return LISTS.flatMap((list): readonly Change[] => {
    const old = new Map<string, Entry>(before[list].map((entry) => [entry.id, entry]));
    const now = new Map<string, Entry>(after[list].map((entry) => [entry.id, entry]));
    const differing = [...now.values()].filter((entry) => {
      const was = old.get(entry.id);
      return was && was !== entry && JSON.stringify(was) !== JSON.stringify(entry);
    });
    const moved = differing.filter((entry) => placeless(entry) === placeless(old.get(entry.id)!));
    const found: readonly Change[] = [
      { list, what: "added", entries: [...now.values()].filter(({ id }) => !old.has(id)) },
      { list, what: "removed", entries: [...old.values()].filter(({ id }) => !now.has(id)) },
      { list, what: "changed", entries: differing.filter((entry) => !moved.includes(entry)) },
      { list, what: "moved", entries: moved },
    ];
    return found.filter(({ entries }) => entries.length > 0);
  });
}

function placeless(entry: Entry): string {
  return JSON.stringify({ ...entry, x: 0, y: 0 });
}

function changeWords({ list, what, entries }: Change): string {
  const [only] = entries;
  const word = ENTRY[list];
  if (entries.length === 1 && only?.name) return `“${only.name}” ${what}`;
  const several = word === "data item" ? "items of data" : `${word}s`;
  return `${entries.length === 1 ? `a ${word}` : `${entries.length} ${several}`} ${what}`;
}
