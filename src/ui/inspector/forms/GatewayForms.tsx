import { presentProcess, useApp } from "../../../app/store.ts";
import { list } from "../../../model/format.ts";
import type { NodeOf } from "../../../model/process.ts";
import { nameOf } from "../../../model/words.ts";

/** What happens at a fork, in words: there is nothing to set. */
export function ForkForm({ node: { id } }: { readonly node: NodeOf<"fork"> }) {
  const process = useApp(presentProcess);
  const to = process.flows.flatMap((flow) => (flow.from === id ? [nameOf(process, flow.to)] : []));
  return (
    <p className="inspector-words">
      {to.length === 0
        ? "Nothing leads out of here yet. Draw a flow to each thing that happens at the same time."
        : `From here ${list(to, "and")} go on at the same time. The record goes on after their join, once all of them are done.`}
    </p>
  );
}

/** What happens at a join, in words: there is nothing to set. */
export function JoinForm({ node: { id } }: { readonly node: NodeOf<"join"> }) {
  const process = useApp(presentProcess);
  const from = process.flows.flatMap((flow) => (flow.to === id ? [nameOf(process, flow.from)] : []));
  return (
    <p className="inspector-words">
      {from.length === 0
        ? "Nothing leads here yet. Draw a flow from the last thing of each branch."
        : `The record waits here until ${list(from, "and")} are done, and then goes on as one.`}
    </p>
  );
}
