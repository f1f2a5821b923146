import { counted, number, time } from "../format.ts";
import type { Flow, Process } from "../process.ts";
import { quantile } from "../quantile.ts";
import { type FlowLook, type LegendEntry, type LensInput, type LensView, PLAIN } from "./view.ts";

/** The flows on which a record goes from one department to another. */
export function handOffs({ nodes, flows }: Process): readonly Flow[] {
  const department = new Map(nodes.map((node) => [node.id, node.department]));
  return flows.filter(({ from, to }) => {
    const [before, after] = [department.get(from), department.get(to)];
    return before !== undefined && after !== undefined && before !== after;
  });
}

/** Hand-offs between departments drawn heavy, with how often they happened in the last run and the time lost on the way. */
export function departmentsView({ process, figures }: LensInput): LensView {
  const heavy = handOffs(process);
  if (heavy.length === 0) return PLAIN;
  const counts = new Map(heavy.map(({ id }) => [id, figures?.flows[id]?.count.mean]));
  const flows = new Map<string, FlowLook>();
  for (const flow of heavy) {
    const times = counts.get(flow.id);
    const badge = [times === undefined ? "" : `${number(Math.round(times))} ×`, lostOn(flow)]
      .filter(Boolean)
      .join(" · ");
    flows.set(flow.id, badge === "" ? { heavy: true } : { heavy: true, badge });
  }
  const all = [...counts.values()].reduce((sum: number, times) => sum + (times ?? 0), 0);
  const text = counted(heavy.length, "hand-off");
  const legend: LegendEntry[] = [
    { swatch: { kind: "heavy" }, text: figures ? `${text}, ${number(Math.round(all))} times in a run` : text },
  ];
  const delayed = heavy.filter(({ delay }) => delay !== undefined).length;
  if (delayed > 0) legend.push({ swatch: { kind: "stands" }, text: `Time lost on the way · ${delayed}` });
  return { ...PLAIN, flows, legend };
}

function lostOn({ delay }: Flow): string {
  const half = delay && quantile(delay, 0.5);
  return half === undefined ? "" : `≈ ${time(half)} lost`;
}
