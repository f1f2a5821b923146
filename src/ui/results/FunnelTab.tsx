import { funnelChart, leftWords } from "../../analyse/charts/funnel.ts";
import { END_COLUMNS, endRows, FLOW_COLUMNS, flowRows } from "../../analyse/columns.ts";
import { FUNNEL_COLUMNS, funnelRows } from "../../analyse/group-columns.ts";
import { jumpToFlow } from "../../app/selection.ts";
import { ChartFigure } from "./ChartFigure.tsx";
import { FigureTable } from "./FigureTable.tsx";
import { showNodes } from "./show.ts";
import type { FinishedRun } from "./states.ts";

/** How far records come, where they are lost, where they end, and which ways they take. */
export function FunnelTab({ run: { results, of: process } }: { readonly run: FinishedRun }) {
  const chart = funnelChart(process, results);
  const stages = funnelRows(process, results).map((line) => {
    const left = leftWords(process, line.row);
    return left === "" ? line : { ...line, detail: `– left at ${left}` };
  });
  return (
    <>
      {chart ? (
        <ChartFigure chart={chart} />
      ) : (
        <p className="results-empty">
          {process.stages.length > 0
            ? "No step belongs to a stage yet. Say at each step which stage it is in, and run again to see the funnel."
            : "The process has no stages. Add some, such as “Lead” and “Opportunity”, to see where records are lost."}
        </p>
      )}
      {stages.length > 0 && (
        <FigureTable
          title="Stages"
          nameHead="Stage"
          columns={FUNNEL_COLUMNS}
          rows={stages}
          onPick={(stage) => showNodes(process.nodes.flatMap((node) => (node.stage === stage ? [node.id] : [])))}
          empty=""
        />
      )}
      <FigureTable
        title="Ends"
        nameHead="End"
        currency={process.currency}
        columns={END_COLUMNS}
        rows={endRows(process, results)}
        onPick={(id) => showNodes([id])}
        empty="The process has no ends."
      />
      <FigureTable
        title="Flows"
        nameHead="From → to"
        columns={FLOW_COLUMNS}
        rows={flowRows(process, results)}
        onPick={jumpToFlow}
        empty="The process has no flows."
      />
    </>
  );
}
