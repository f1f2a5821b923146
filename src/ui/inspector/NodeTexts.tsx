import { edit } from "../../app/document.ts";
import { isLink } from "../../model/checks/resources.ts";
import { type Changes, patch } from "../../model/edit.ts";
import type { NodeKind, ProcessNode } from "../../model/process.ts";
import { needsName } from "../../model/words.ts";
import { TextField } from "./fields/TextField.tsx";

/** Kinds whose symbol says enough without a name. */
const MAY_BE_NAMELESS: ReadonlySet<NodeKind> = new Set(["fork", "join"]);

/** What a node is called, what there is to say about it, and where to read more. */
export function NodeTexts({ node: { id, kind, name, description, link } }: { readonly node: ProcessNode }) {
  const set = (changes: Changes<ProcessNode>, gesture: string) =>
    edit((now) => patch(now, "nodes", id, changes), gesture);
  return (
    <>
      <TextField
        id={`${id}.name`}
        label="Name"
        value={name}
        {...(MAY_BE_NAMELESS.has(kind) ? {} : { required: needsName(kind) })}
        onChange={(next = "", gesture) => set({ name: next }, gesture)}
      />
      <TextField
        id={`${id}.description`}
        label="Description"
        multiline
        value={description}
        onChange={(next, gesture) => set({ description: next }, gesture)}
      />
      <TextField
        id={`${id}.link`}
        label="Link"
        placeholder="https://…"
        value={link}
        refuse={refuseLink}
        onChange={(next, gesture) => set({ link: next }, gesture)}
      />
    </>
  );
}

function refuseLink(text: string): string | undefined {
  return isLink(text) ? undefined : "A link has to be a whole address that begins with https:, http: or mailto:.";
}
