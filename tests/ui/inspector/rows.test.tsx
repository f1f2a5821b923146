// @vitest-environment happy-dom
import { act, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { undo } from "../../../src/app/document.ts";
import type { NodeOf, Process } from "../../../src/model/process.ts";
import { Inspector } from "../../../src/ui/inspector/Inspector.tsx";
import { decision, end, flow, paths, processOf, start, step } from "../../builders.ts";
import { mount, now, showing } from "./mount.tsx";

const process: Process = processOf({
  name: "Leads",
  departments: [
    { id: "sales", name: "Sales" },
    { id: "ops", name: "Operations" },
  ],
  teams: [{ id: "sdr", name: "Sales development", people: 3 }],
  fields: [
    {
      id: "source",
      name: "Source",
      type: "choice",
      options: [
        { value: "Referral", weight: 1 },
        { value: "Fair", weight: 1 },
        { value: "Web", weight: 1 },
      ],
    },
    { id: "value", name: "Deal value", type: "number" },
  ],
  nodes: [
    start("new", { set: { source: "Fair", value: "Referral", gone: 3 } }),
    step("call", {
      name: "Call",
      work: {
        by: [
          { when: { not: { field: "source", is: "=", to: "Fair" } }, work: { dist: "constant", value: 1, unit: "h" } },
        ],
        otherwise: { dist: "constant", value: 2, unit: "h" },
      },
    }),
    decision("fits", { name: "Fits?" }),
    end("won"),
    end("lost"),
  ],
  flows: [
    ...paths("new > call > fits"),
    flow("fits", "won", { when: { all: [{ field: "source", is: "in", to: ["Fair", "Web"] }] } }),
    flow("fits", "lost", { otherwise: true }),
  ],
});

const startNow = () => now().nodes[0] as NodeOf<"start">;

it("what was refused in a row stays with that row when one in front of it is taken out", async () => {
  const user = mount(<Inspector />, process);
  await user.click(screen.getByRole("button", { name: /^Fields/ }));
  await user.type(screen.getByLabelText("Weight of “Referral”"), "x");
  await user.type(screen.getByLabelText("Weight of “Web”"), "y");
  await user.click(screen.getByRole("button", { name: "Remove “Referral”" }));
  expect(screen.getByLabelText<HTMLInputElement>("Weight of “Fair”").value).toBe("1");
  expect(screen.getByLabelText<HTMLInputElement>("Weight of “Web”").value).toBe("1y");
});

it("a value of a choice takes all along that names it when it gets another name, in one undo step", async () => {
  const user = mount(<Inspector />, process);
  await user.click(screen.getByRole("button", { name: /^Fields/ }));
  const [, fair] = screen.getAllByLabelText("Value");
  await user.clear(fair!);
  await user.type(fair!, "Trade fair");
  expect(startNow().set).toMatchObject({ source: "Trade fair" });
  expect(JSON.stringify(now())).not.toContain('"Fair"');
  expect(JSON.stringify(now().flows)).toContain('"to":["Trade fair","Web"]');
  expect(JSON.stringify(now().nodes[1])).toContain('"to":"Trade fair"');
  act(undo);
  expect(now()).toEqual(process);
});

it("a value that its field cannot have is shown with a sentence, and can be taken away", async () => {
  const user = mount(<Inspector />, process);
  await showing("new");
  await user.click(screen.getByRole("button", { name: /^Its records carry/ }));
  expect(screen.getByText("“Deal value” cannot be “Referral”.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Remove the value of “Deal value”" }));
  await user.click(screen.getByRole("button", { name: "Remove the value of “gone”" }));
  expect(startNow().set).toEqual({ source: "Fair" });
});

it("the name of what was added has the focus and is selected, to be typed over", async () => {
  const user = mount(<Inspector />, process);
  await user.click(screen.getByRole("button", { name: "Add a team" }));
  await user.keyboard("Legal");
  expect(now().teams.map(({ name }) => name)).toEqual(["Sales development", "Legal"]);
});

it("the focus is on the button that adds after something was taken away, and in the field after it was added", async () => {
  const user = mount(<Inspector />, process);
  await user.click(screen.getByRole("button", { name: "Remove the team “Sales development”" }));
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Add a team" }));
  await showing("new");
  await user.selectOptions(screen.getByLabelText("Records arrive"), "every");
  await user.click(screen.getByRole("button", { name: "First arrival" }));
  const first = within(screen.getByRole("group", { name: "First arrival after" }));
  expect(document.activeElement).toBe(first.getByLabelText("First arrival after: kind"));
  await user.click(first.getByRole("button", { name: "Remove “First arrival”" }));
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "First arrival" }));
});

it("a department that was moved to the top by keys can be moved on from there", async () => {
  const user = mount(<Inspector />, process);
  await user.click(screen.getByRole("button", { name: /^Departments/ }));
  const up = within(screen.getByRole("group", { name: "department “Operations”" })).getByRole("button", {
    name: "Move up",
  });
  up.focus();
  await user.keyboard("{Enter}{Enter}");
  expect(now().departments.map(({ name }) => name)).toEqual(["Operations", "Sales"]);
  expect(document.activeElement).toBe(up);
});
