// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { NodeOf, Process } from "../../../src/model/process.ts";
import { Inspector } from "../../../src/ui/inspector/Inspector.tsx";
import { processOf, start } from "../../builders.ts";
import { mount, now, showing } from "./mount.tsx";

const extensions = { tool: { id: 7 } };

const process: Process = processOf({
  name: "Leads",
  fields: [{ id: "source", name: "Source", type: "number", extensions }],
  simulation: { stop: { records: 100, extensions } },
  nodes: [start("new", { arrivals: { at: [0], extensions } })],
});

it("what other programs wrote at arrivals stays when records arrive another way", async () => {
  const user = mount(<Inspector />, process);
  await showing("new");
  await user.selectOptions(screen.getByLabelText("Records arrive"), "rates");
  expect((now().nodes[0] as NodeOf<"start">).arrivals).toMatchObject({ rates: expect.anything(), extensions });
});

it("what other programs wrote at a field stays when its type changes", async () => {
  const user = mount(<Inspector />, process);
  await user.click(screen.getByRole("button", { name: /^Fields/ }));
  await user.selectOptions(screen.getByLabelText("Type of “Source”"), "boolean");
  expect(now().fields[0]).toMatchObject({ type: "boolean", extensions });
});

it("what other programs wrote at the stop of a run stays when it is typed over or stops another way", async () => {
  const user = mount(<Inspector />, process);
  await user.click(screen.getByRole("button", { name: /^Run/ }));
  await user.type(screen.getByLabelText("Records"), "0");
  expect(now().simulation?.stop).toEqual({ records: 1000, extensions });
  await user.selectOptions(screen.getByLabelText("Each replication stops"), "after");
  expect(now().simulation?.stop).toMatchObject({ after: expect.anything(), extensions });
});
