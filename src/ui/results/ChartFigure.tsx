import { ActionIcon, Group, Tooltip } from "@mantine/core";
import { IconCheck, IconClipboard, IconDownload, IconPhoto, IconTable } from "@tabler/icons-react";
import { useState } from "react";
import type { Chart } from "../../analyse/charts/chart.ts";
import { chartCsv, chartTable, tabbed } from "../../analyse/charts/chart-table.ts";
import { copyChart } from "../../app/copy-chart.ts";
import { copyText, saveText } from "../../app/hand-out.ts";
import { useColorScheme } from "../use-color-scheme.ts";
import { ChartView } from "./charts/ChartView.tsx";
import { TextTable } from "./TextTable.tsx";

/** A chart with the sentence that it is there for, the table behind it, and ways to take it along. */
export function ChartFigure({ chart }: { readonly chart: Chart }) {
  const [asTable, setAsTable] = useState(false);
  const scheme = useColorScheme();
  return (
    <figure className="chart" aria-label={chart.title}>
      <div className="chart-head">
        <h2>{chart.title}</h2>
        <Group gap={2} wrap="nowrap">
          <Tool
            icon={IconTable}
            words={asTable ? "Show the chart" : "Show the table"}
            onUse={() => setAsTable(!asTable)}
          />
          <Tool icon={IconPhoto} words="Copy picture" onUse={() => copyChart(chart, scheme === "dark")} confirms />
          <Tool icon={IconClipboard} words="Copy table" onUse={() => copyText(tabbed(chartTable(chart)))} confirms />
          <Tool
            icon={IconDownload}
            words="Save as CSV"
            onUse={() => saveText(chartCsv(chart), `${chart.id}.csv`, "text/csv")}
          />
        </Group>
      </div>
      <figcaption>{chart.message}</figcaption>
      {asTable ? <TextTable title={chart.title} table={chartTable(chart)} /> : <ChartView chart={chart} />}
    </figure>
  );
}

interface ToolProps {
  readonly icon: typeof IconTable;
  readonly words: string;
  readonly onUse: () => void | Promise<void>;
  /** Whether it says that it is done: nothing else would tell. */
  readonly confirms?: true;
}

function Tool({ icon: Icon, words, onUse, confirms }: ToolProps) {
  const [done, setDone] = useState(false);
  const use = async () => {
    await onUse();
    if (!confirms) return;
    setDone(true);
    setTimeout(() => setDone(false), 1500);
  };
  return (
    <Tooltip label={done ? "Copied" : words}>
      <ActionIcon size={24} variant="subtle" color="gray" aria-label={words} onClick={() => void use()}>
        {done ? <IconCheck size={15} aria-hidden /> : <Icon size={15} stroke={1.7} aria-hidden />}
      </ActionIcon>
    </Tooltip>
  );
}
