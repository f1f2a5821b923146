import { expect, it } from "vitest";
import { outlineRows, rowTyped, treeMove } from "../../src/app/outline.ts";
import { processOf } from "../builders.ts";

const process = processOf({
  departments: [
    { id: "sales", name: "Sales" },
    { id: "legal", name: "Legal" },
    { id: "empty", name: "Archive" },
  ],
  nodes: [
    { id: "sign", kind: "step", name: "Sign", department: "legal" },
    { id: "offer", kind: "step", name: "Offer", department: "sales" },
    { id: "in", kind: "start", name: "Inquiry", department: "sales" },
    { id: "out", kind: "end", name: "Signed", outcome: "success" },
  ],
  flows: [
    { id: "f1", from: "in", to: "offer" },
    { id: "f2", from: "offer", to: "sign" },
    { id: "f3", from: "sign", to: "out" },
  ],
});
const open = new Set<string>();
const names = (closed: ReadonlySet<string>, wanted?: string) =>
  outlineRows(process, closed, wanted).map(({ name, kind }) => (kind === "department" ? name.toUpperCase() : name));

it("lists the departments by their lanes and in each its nodes by the flow, and what has no department last", () => {
  expect(names(open)).toEqual(["SALES", "Inquiry", "Offer", "LEGAL", "Sign", "ARCHIVE", "NO DEPARTMENT", "Signed"]);
});

it("leaves the nodes of closed departments out", () => {
  expect(names(new Set(["sales", ""]))).toEqual(["SALES", "LEGAL", "Sign", "ARCHIVE", "NO DEPARTMENT"]);
});

it("finds nodes by a part of their name, in closed departments too, and all of a department by its name", () => {
  expect(names(new Set(["legal"]), " SIG ")).toEqual(["LEGAL", "Sign", "NO DEPARTMENT", "Signed"]);
  expect(names(open, "sales")).toEqual(["SALES", "Inquiry", "Offer"]);
  expect(names(open, "nothing like it")).toEqual([]);
});

it("says of each row which of how many it is", () => {
  expect(outlineRows(process, open).map(({ place, of }) => `${place}/${of}`)).toEqual([
    "1/4",
    "1/2",
    "2/2",
    "2/4",
    "1/1",
    "3/4",
    "4/4",
    "1/1",
  ]);
});

it("is gone through by arrow keys as trees are", () => {
  const rows = outlineRows(process, new Set(["legal"]));
  const to = (at: number, key: string) => treeMove(rows, at, key);
  expect(to(0, "ArrowRight")).toEqual({ kind: "go", to: 1 });
  expect(to(2, "ArrowLeft")).toEqual({ kind: "go", to: 0 });
  expect(to(0, "ArrowLeft")).toEqual({ kind: "close", department: "sales" });
  expect(to(3, "ArrowRight")).toEqual({ kind: "open", department: "legal" });
  expect(to(0, "ArrowUp")).toEqual({ kind: "go", to: 0 });
  expect(to(1, "End")).toEqual({ kind: "go", to: rows.length - 1 });
  expect(to(3, "ArrowLeft")).toBeUndefined();
  expect(treeMove([], 0, "ArrowDown")).toBeUndefined();
});

it("goes to the next name that begins with what was typed, round and round", () => {
  const rows = outlineRows(process, open);
  expect(rows[rowTyped(rows, 0, "s")!]?.name).toBe("Sign");
  expect(rows[rowTyped(rows, 7, "s")!]?.name).toBe("Sales");
  expect(rows[rowTyped(rows, 4, "signe")!]?.name).toBe("Signed");
  expect(rowTyped(rows, 0, "x")).toBeUndefined();
});
