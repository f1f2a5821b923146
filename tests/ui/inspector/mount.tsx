import { MantineProvider } from "@mantine/core";
import { cleanup, configure, render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { afterEach } from "vitest";
import { open } from "../../../src/app/document.ts";
import { presentProcess, useApp } from "../../../src/app/store.ts";
import type { Process } from "../../../src/model/process.ts";

// Working out what is visible takes most of the time of a query by role.
configure({ defaultHidden: true });
afterEach(cleanup);

// happy-dom has no fonts, and Mantine's growing text areas listen for them.
if (!("fonts" in document)) Object.defineProperty(document, "fonts", { value: new EventTarget() });

/** Shows a part of the interface over an open process, without animations and portals. */
export function mount(part: ReactNode, process: Process) {
  open(process);
  render(<MantineProvider env="test">{part}</MantineProvider>);
  return userEvent.setup({ delay: null });
}

/** The process as it is now. */
export const now = (): Process => presentProcess(useApp.getState());
