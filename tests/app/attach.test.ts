import { beforeEach, expect, it } from "vitest";
import { attachOffers, dropThing } from "../../src/app/attach.ts";
import { perform } from "../../src/app/commands.ts";
import { open, undo } from "../../src/app/document.ts";
import { select } from "../../src/app/selection.ts";
import { useApp } from "../../src/app/store.ts";
import { end, paths, processOf, start, step } from "../builders.ts";

const process = processOf({
  data: [{ id: "order", name: "Order" }],
  systems: [{ id: "crm", name: "CRM" }],
  nodes: [start("in"), step("call", { outputs: ["order"] }), step("help"), end("out")],
  flows: paths("in > call > help > out"),
});
const present = () => useApp.getState().document.present;
const node = (id: string) => present().nodes.find((each) => each.id === id);
const nowhere = { x: 0, y: 0 };

beforeEach(() => open(process));

it("offers what the step does not have yet, either way, and something new of a name that nothing has", () => {
  select(["call"]);
  expect(attachOffers(useApp.getState(), "data", "").map(({ key }) => key)).toEqual(["inputs order"]);
  expect(attachOffers(useApp.getState(), "data", " invoice ").map(({ key }) => key)).toEqual([
    "inputs order",
    "new inputs",
    "new outputs",
  ]);
  expect(attachOffers(useApp.getState(), "system", "crm").map(({ key }) => key)).toEqual(["systems crm"]);
  select(["in"]);
  expect(attachOffers(useApp.getState(), "data", "invoice")).toEqual([]);
});

it("makes and attaches something new as one step of undo, and shows it beside the step", () => {
  select(["help"]);
  attachOffers(useApp.getState(), "data", "Invoice").at(-1)!.take();
  expect(present().data.map(({ name }) => name)).toEqual(["Order", "Invoice"]);
  expect(node("help")).toMatchObject({ outputs: [present().data[1]!.id] });
  expect(useApp.getState().things).toEqual({ data: true, systems: false });
  perform("hide-data");
  expect(useApp.getState().things.data).toBe(false);
  undo();
  expect(present()).toBe(process);
});

it("attaches a system where it is dropped, asks about data, and says what to do beside all steps", () => {
  dropThing({ kind: "system", of: "crm" }, "help", nowhere);
  expect(node("help")).toMatchObject({ systems: ["crm"] });
  dropThing({ kind: "data", of: "order" }, "help", nowhere);
  expect(useApp.getState().menu?.of).toEqual({ attach: "order", to: "help" });
  for (const missed of [undefined, "in"]) {
    useApp.setState({ notice: undefined });
    dropThing({ kind: "data", of: "order" }, missed, nowhere);
    expect(useApp.getState().notice?.title).toContain("Drop it on a step");
  }
});
