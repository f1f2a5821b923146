import { expect, it, vi } from "vitest";
import { loadLayout } from "../../../src/app/arrange.ts";
import { open, undo } from "../../../src/app/document.ts";
import { useApp } from "../../../src/app/store.ts";
import { pasteRows } from "../../../src/app/table/actions.ts";
import { arrange } from "../../../src/layout/arrange.ts";
import { emptyProcess, type Process } from "../../../src/model/process.ts";

// There is no worker here: what it would do is done at once.
vi.mock("../../../src/workers/run-layout.ts", () => ({ runLayout: async (process: Process) => arrange(process) }));

const present = () => useApp.getState().document.present;

it("takes a pasted table back in one step, laid out as it was meanwhile", async () => {
  open(emptyProcess);
  pasteRows("Process Step | Inputs | Outputs\n---|---|---\nPlan | Goals | Plan\nWrite | Plan | Text\n", {
    rows: [],
    column: 0,
  });
  await loadLayout();
  await vi.waitFor(() => expect(useApp.getState().arranging).toBeUndefined());
  expect(present().nodes.map(({ x }) => typeof x)).toEqual(["number", "number", "number", "number"]);
  undo();
  expect(present().nodes).toEqual([]);
});
