// @vitest-environment happy-dom
import { expect, it, vi } from "vitest";
import { ProcessTable } from "../../../src/ui/table/ProcessTable.tsx";
import { processOf, start } from "../../builders.ts";
import { mount } from "../inspector/mount.tsx";

it("a node with the id “new” has a row of its own beside the one for new nodes", () => {
  const errors = vi.spyOn(console, "error").mockImplementation(() => undefined);
  mount(<ProcessTable />, processOf({ nodes: [start("new", { name: "New lead" })] }));
  expect(errors).not.toHaveBeenCalled();
  errors.mockRestore();
});
