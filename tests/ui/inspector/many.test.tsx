// @vitest-environment happy-dom
import { act, cleanup, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { undo } from "../../../src/app/document.ts";
import { select } from "../../../src/app/selection.ts";
import { patch } from "../../../src/model/edit.ts";
import { Inspector } from "../../../src/ui/inspector/Inspector.tsx";
import { end, paths, processOf, start, step } from "../../builders.ts";
import { mount, now } from "./mount.tsx";

const process = processOf({
  stages: [
    { id: "lead", name: "Lead" },
    { id: "deal", name: "Deal" },
  ],
  nodes: [start("new"), step("call", { name: "Call" }), end("won", { name: "Won" })],
  flows: paths("new > call > won"),
});

it("sets several with different values to none at once, by a choice of “None” or by typing it, in one undo step", async () => {
  const mixed = ["call", "won"].reduce(
    (before, id, i) => patch(before, "nodes", id, { stage: i === 0 ? "lead" : "deal" }),
    process,
  );
  const stages = () => now().nodes.flatMap((node) => ("stage" in node && node.stage ? [node.stage] : []));
  for (const how of ["click", "type"]) {
    const user = mount(<Inspector />, mixed);
    act(() => select(["call", "won"]));
    const field = await screen.findByRole<HTMLInputElement>("combobox", { name: "Stage of all" });
    expect(field.placeholder).toBe("Different ones");
    await user.click(field);
    if (how === "click") await user.click(await screen.findByRole("option", { name: "None" }));
    else {
      await user.type(field, "none");
      await user.tab();
    }
    expect(stages()).toEqual([]);
    expect(now().stages.map(({ id }) => id)).toEqual(["lead", "deal"]);
    expect([field.value, field.placeholder]).toEqual(["", "None"]);
    act(undo);
    expect(now()).toEqual(mixed);
    cleanup();
  }
});
