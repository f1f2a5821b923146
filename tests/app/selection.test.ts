import { beforeEach, expect, it } from "vitest";
import { edit, open, redo, undo } from "../../src/app/document.ts";
import { jumpTo, jumpToFlow, onlyNode, select, selectAll, selectNothing } from "../../src/app/selection.ts";
import { useApp } from "../../src/app/store.ts";
import { remove } from "../../src/model/edit.ts";
import { end, paths, processOf, start, step } from "../builders.ts";

const process = processOf({ nodes: [start("in"), step("work"), end("out")], flows: paths("in > work > out") });
const selection = () => useApp.getState().selection;

beforeEach(() => open(process));

it("selects all there is, and nothing again", () => {
  selectAll();
  expect([...selection().nodes]).toEqual(["in", "work", "out"]);
  expect([...selection().flows]).toEqual(["in-work", "work-out"]);
  selectNothing();
  expect(selection().nodes.size + selection().flows.size).toBe(0);
});

it("tells the one selected node, and only if it is the only thing selected", () => {
  select(["work"]);
  expect(onlyNode(selection())).toBe("work");
  select(["work", "in"]);
  expect(onlyNode(selection())).toBeUndefined();
  select(["work"], ["in-work"]);
  expect(onlyNode(selection())).toBeUndefined();
});

it("keeps the same selection when the same things are selected again", () => {
  select(["work"]);
  const before = selection();
  select(["work"]);
  expect(selection()).toBe(before);
});

it("jumps to a node: selects it and asks the canvas to show it", () => {
  jumpTo("work");
  expect([...selection().nodes]).toEqual(["work"]);
  expect(useApp.getState().view).toEqual({ kind: "show", node: "work" });
});

it("jumps to a flow by showing the node that it leaves", () => {
  jumpToFlow("work-out");
  expect([...selection().flows]).toEqual(["work-out"]);
  expect(useApp.getState().view).toEqual({ kind: "show", node: "work" });
});

it("lets go of what an edit, an undo or a redo takes away", () => {
  select(["work", "in"], ["in-work"]);
  edit((now) => remove(now, "nodes", ["work"]));
  expect([...selection().nodes]).toEqual(["in"]);
  expect(selection().flows.size).toBe(0);
  undo();
  select(["work"]);
  redo();
  expect(selection().nodes.size).toBe(0);
});
