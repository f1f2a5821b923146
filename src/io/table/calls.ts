import type { Flow, Process, ProcessNode } from "../../model/process.ts";
import { plainWords } from "./columns.ts";
import { nameKey } from "./names.ts";

/** The lists whose entries stand in cells by name. */
type Listed = "departments" | "teams" | "systems" | "data" | "stages";

/** What cells call the nodes and entries of a process: by name, or by id where a name says too little. */
export class Calls {
  private readonly nodes: ReadonlyMap<string, ProcessNode>;
  private readonly names: ReadonlyMap<string, number>;
  private readonly ways: ReadonlyMap<string, readonly Flow[]>;
  private readonly entries: Readonly<Record<Listed, ReadonlyMap<string, string>>>;

  constructor(process: Process) {
    this.nodes = new Map(process.nodes.map((node) => [node.id, node]));
    this.names = counted(process.nodes);
    const ways = new Map<string, Flow[]>(process.nodes.map(({ id }) => [id, []]));
    for (const flow of process.flows) if (this.nodes.has(flow.to)) ways.get(flow.from)?.push(flow);
    this.ways = ways;
    this.entries = {
      departments: callsOf(process.departments),
      teams: callsOf(process.teams),
      systems: callsOf(process.systems),
      data: callsOf(process.data),
      stages: callsOf(process.stages),
    };
  }

  /** The flows from a node to others that are there. */
  waysOf({ id }: ProcessNode): readonly Flow[] {
    return this.ways.get(id) ?? [];
  }

  /** A node as other rows name it: its name, or its id where it has none, or another row's is the same. */
  node(id: string): string {
    const name = plainWords(this.nodes.get(id)?.name ?? "");
    const other = this.nodes.get(name);
    const clash = (this.names.get(nameKey(name)) ?? 0) > 1 || (other !== undefined && other.id !== id);
    return clash || name === "" || name.includes("“") ? id : name;
  }

  /** An entry of a list: its name, or its id where the name is empty, or another entry's too. */
  entry(list: Listed, id: string | undefined): string {
    return id === undefined ? "" : (this.entries[list].get(id) ?? plainWords(id));
  }
}

type Named = readonly { readonly id: string; readonly name: string }[];

function callsOf(entries: Named): ReadonlyMap<string, string> {
  const names = counted(entries);
  return new Map(
    entries.map(({ id, name }) => {
      const plain = plainWords(name);
      return [id, plain === "" || (names.get(nameKey(plain)) ?? 0) > 1 ? id : plain];
    }),
  );
}

/** How many entries have each name. */
function counted(entries: Named): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const { name } of entries) names.set(nameKey(name), (names.get(nameKey(name)) ?? 0) + 1);
  return names;
}
