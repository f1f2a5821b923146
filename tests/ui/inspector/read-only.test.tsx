// @vitest-environment happy-dom
import { act, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { open } from "../../../src/app/document.ts";
import { Inspector } from "../../../src/ui/inspector/Inspector.tsx";
import { processOf } from "../../builders.ts";
import { mount } from "./mount.tsx";

it("in a document that may only be looked at, fields take nothing in, and sections still open", async () => {
  const process = processOf({ name: "Leads", departments: [{ id: "sales", name: "Sales" }] });
  const user = mount(<Inspector />, process);
  act(() => open(process, { id: "linked" }, true));
  expect(screen.getByLabelText("Name").closest("fieldset")?.disabled).toBe(true);
  await user.click(screen.getByRole("button", { name: /^Departments/ }));
  expect(screen.getByLabelText<HTMLInputElement>("Name of the department").value).toBe("Sales");
  expect(screen.getByLabelText("Name of the department").closest("fieldset")?.disabled).toBe(true);
});
