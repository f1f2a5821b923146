import type { SpotlightActionData } from "@mantine/spotlight";
import { useState } from "react";
import { type Attachable, attachOffers } from "../app/attach.ts";
import { connect, connectable } from "../app/draw.ts";
import { jumpTo, jumpToFlow, jumpToNote, onlyNode } from "../app/selection.ts";
import { presentProcess, useApp } from "../app/store.ts";
import { flowLabel } from "../model/flow-label.ts";
import type { Process, ProcessNode } from "../model/process.ts";
import { KIND_WORDS, nameOf, titleOf } from "../model/words.ts";
import { SearchList } from "./SearchList.tsx";

type Purpose = "find" | "connect" | "data" | "system";

const QUESTIONS: Readonly<Record<Purpose, string>> = {
  find: "Find a step, a flow or a note on the drawing",
  connect: "Connect to which step?",
  data: "Attach which data? A new name makes new data",
  system: "Attach which system? A new name makes a new one",
};

const OFFERS: Readonly<Record<Purpose, (typed: string) => SpotlightActionData[]>> = {
  find: () => found(presentProcess(useApp.getState())),
  connect: () => {
    const state = useApp.getState();
    const from = onlyNode(state.selection);
    if (from === undefined) return [];
    return connectable(state).map((node) => offer(node, presentProcess(state), () => connect(from, node.id)));
  },
  data: (typed) => attachable("data", typed),
  system: (typed) => attachable("system", typed),
};

/** Asks for something on the drawing by its name. Shown while the app's dialog is “pick”. */
export function NodePicker({ to }: { to: Purpose }) {
  const [typed, setTyped] = useState("");
  return (
    <SearchList
      of="pick"
      question={QUESTIONS[to]}
      shade={0.2}
      actions={OFFERS[to](typed)}
      query={typed}
      onQueryChange={setTyped}
    />
  );
}

function attachable(kind: Attachable, typed: string): SpotlightActionData[] {
  return attachOffers(useApp.getState(), kind, typed).map(({ key, name, words, take }) => ({
    id: key,
    label: name,
    description: words,
    onClick: take,
  }));
}

function offer(node: ProcessNode, process: Process, onClick: () => void): SpotlightActionData {
  const where = node.department === undefined ? "" : `, ${nameOf(process, node.department)}`;
  return { id: node.id, label: titleOf(node), description: `${KIND_WORDS[node.kind]}${where}`, onClick };
}

function found(process: Process): SpotlightActionData[] {
  const flows = process.flows.flatMap((flow) => {
    const label = flowLabel(flow, process);
    const between = `Flow from ${nameOf(process, flow.from)} to ${nameOf(process, flow.to)}`;
    return label === "" ? [] : [{ id: flow.id, label, description: between, onClick: () => jumpToFlow(flow.id) }];
  });
  const notes = process.notes.map(({ id, text }) => ({
    id,
    label: text,
    description: "Note",
    onClick: () => jumpToNote(id),
  }));
  return [...process.nodes.map((node) => offer(node, process, () => jumpTo(node.id))), ...flows, ...notes];
}
