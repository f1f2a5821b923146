import { expect, it } from "vitest";
import { writeSvg } from "../../src/io/svg.ts";
import { layout } from "../../src/layout/layout.ts";
import type { Process } from "../../src/model/process.ts";
import { end, paths, processOf, start, step } from "../builders.ts";
import { elements, parseXml, textOf } from "./xml.ts";

/** All texts of a process's picture. */
const written = (process: Process) =>
  elements(parseXml(writeSvg(process, layout(process))))
    .filter(({ name }) => name === "text")
    .map(textOf);

it("says at each node of stages that lie among each other which one it belongs to, as the canvas does", () => {
  const among = (second: string) =>
    processOf({
      stages: [
        { id: "qualify", name: "Qualify" },
        { id: "sell", name: "Sell" },
      ],
      nodes: [
        start("in", { stage: "qualify" }),
        step("a", { stage: second }),
        step("b", { stage: "qualify" }),
        end("out", { stage: "sell" }),
      ],
      flows: paths("in > a > b > out"),
    });
  const count = (process: Process, name: string) => written(process).filter((text) => text === name).length;
  // In order, each is a band and named once.
  expect([count(among("qualify"), "Qualify"), count(among("qualify"), "Sell")]).toEqual([1, 1]);
  expect([count(among("sell"), "Qualify"), count(among("sell"), "Sell")]).toEqual([2, 2]);
});
