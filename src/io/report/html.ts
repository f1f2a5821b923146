import type { Chart } from "../../analyse/charts/chart.ts";
import type { HandOver, ReportSection } from "../../analyse/hand-over.ts";
import type { Heat } from "../../analyse/heat.ts";
import type { Drawing } from "../../model/geometry.ts";
import type { Process } from "../../model/process.ts";
import { chartMessage, chartSvg } from "../svg/chart.ts";
import { escapeXml } from "../svg/element.ts";
import { writeSvg } from "../svg.ts";

/** What a report is made of. */
export interface ReportSource {
  /** The process that was run. */
  readonly process: Process;
  readonly drawing: Drawing;
  /** How the last run colours the steps. */
  readonly heat: Heat;
  readonly handOver: HandOver;
}

/**
 * Writes a report as one HTML file that needs nothing else: no script, no font, no picture from anywhere. It prints well.
 *
 * @returns The same bytes for the same arguments.
 */
export function writeReport({ process, drawing, heat, handOver }: ReportSource): string {
  const { title, about, facts, sections, foot } = handOver;
  const body = [
    `<main><header><h1>${escapeXml(title)}</h1>${about === "" ? "" : `<p>${escapeXml(about)}</p>`}</header>`,
    `<dl>${facts.map(({ name, value }) => `<div><dt>${escapeXml(name)}</dt><dd>${escapeXml(value)}</dd></div>`).join("")}</dl>`,
    `<figure class="drawing">${writeSvg(process, drawing, { heat })}<figcaption>The process, its steps coloured by their share of all delay.</figcaption></figure>`,
    ...sections.map(section),
    "</main>",
    `<footer>${foot.map((words) => `<p>${escapeXml(words)}</p>`).join("")}</footer>`,
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeXml(title)} – report</title>
<style>${STYLE}</style>
</head>
<body>
${body.join("\n")}
</body>
</html>
`;
}

function section({ title, sentences = [], table, charts = [] }: ReportSection): string {
  return [
    `<section><h2>${escapeXml(title)}</h2>`,
    ...sentences.map((words) => `<p>${escapeXml(words)}</p>`),
    table === undefined || table.rows.length === 0
      ? ""
      : `<table${table.rows.length <= SHORT ? ' class="whole"' : ""}><thead><tr>${table.heads.map((head) => `<th scope="col">${escapeXml(head)}</th>`).join("")}</tr></thead><tbody>${table.rows
          .map(
            ([name = "", ...cells]) =>
              `<tr><th scope="row">${escapeXml(name)}</th>${cells.map((cell) => `<td>${escapeXml(cell)}</td>`).join("")}</tr>`,
          )
          .join("")}</tbody></table>`,
    ...charts.map((chart) => `<figure>${chartSvg(chart)}${caption(chart)}</figure>`),
    "</section>",
  ].join("");
}

/** The message of a chart where its picture has no room for all of it. */
function caption(chart: Chart): string {
  return chartMessage(chart) === chart.message ? "" : `<figcaption>${escapeXml(chart.message)}</figcaption>`;
}

/** A table of no more rows than these is not torn apart by the end of a page. */
const SHORT = 14;

const STYLE = `
body { max-width: 1060px; margin: 32px auto; padding: 0 24px; color: #1c2430; background: #fff; font: 14px/1.5 Arial, Helvetica, sans-serif; }
h1 { margin: 0 0 8px; font-size: 26px; } h2 { margin: 28px 0 8px; font-size: 17px; } p { margin: 0 0 8px; max-width: 80ch; }
dl { display: flex; flex-wrap: wrap; gap: 12px 32px; margin: 20px 0; } dt { color: #566071; font-size: 12px; } dd { margin: 0; font-size: 18px; font-weight: 700; }
figure { margin: 12px 0; } figure svg { max-width: 100%; height: auto; } figcaption { color: #566071; font-size: 12px; }
table { width: 100%; border-collapse: collapse; font-size: 11px; } th, td { padding: 4px 6px; border-bottom: 1px solid #d5dae2; text-align: right; vertical-align: bottom; }
th:first-child { text-align: left; } thead th { color: #566071; font-weight: 400; }
footer { margin-top: 32px; padding-top: 12px; border-top: 1px solid #d5dae2; color: #566071; font-size: 12px; }
td { white-space: nowrap; }
section, figure, tr, .whole { break-inside: avoid; } section:has(table) { break-inside: auto; } h2, section:has(table) > p { break-after: avoid; }
@page { size: A4 landscape; margin: 14mm; } @media print { body { margin: 0; max-width: none; padding: 0; } h2 { margin-top: 20px; } table { line-height: 1.35; } th, td { padding: 3px 6px; } }
`;
