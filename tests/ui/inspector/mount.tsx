import { MantineProvider } from "@mantine/core";
import { act, cleanup, configure, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { afterEach, expect } from "vitest";
import { open } from "../../../src/app/document.ts";
import { select } from "../../../src/app/selection.ts";
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

/** Selects a node, and waits until the inspector shows it: it rests while the selection changes fast. */
export async function showing(id: string): Promise<void> {
  act(() => select([id]));
  const { name } = now().nodes.find((node) => node.id === id)!;
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>("Name").value).toBe(name));
}
