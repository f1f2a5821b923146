import { Menu } from "@mantine/core";
import { Fragment, memo } from "react";
import { ATTACHMENT_WORDS, attach } from "../../app/attach.ts";
import { able } from "../../app/command.ts";
import { type CommandId, commandOf } from "../../app/commands.ts";
import { addNode, growFrom } from "../../app/draw.ts";
import { addNote } from "../../app/notes.ts";
import { type AppState, type CanvasMenu as Opened, presentProcess, useApp } from "../../app/store.ts";
import type { NodeKind } from "../../model/process.ts";
import { KIND_WORDS, nameOf } from "../../model/words.ts";
import { Keys } from "../CommandLabel.tsx";
import { Glyph } from "../palette/Glyph.tsx";

/** What the menus offer, in groups; what cannot be done with what is selected is left out. */
const OFFERS: Readonly<Record<"selection" | "lane" | "ground", readonly (readonly CommandId[])[]>> = {
  selection: [
    ["rename", "append", "connect", "room-more", "room-less"],
    ["attach-data", "attach-system"],
    ["align-left", "align-centre", "align-right", "align-top", "align-middle", "align-bottom"],
    ["spread-across", "spread-down", "space-out"],
    ["lane-up", "lane-down"],
    ["cut", "copy", "duplicate", "remove"],
  ],
  lane: [
    ["lane-rename", "lane-raise", "lane-lower"],
    ["lane-fold", "fold-all", "unfold-all"],
    ["lane-grow", "lane-shrink"],
    ["add-department"],
    ["lane-remove"],
  ],
  ground: [
    ["paste", "select-all"],
    ["space-tool", "arrange", "fit"],
    ["show-data", "hide-data", "show-systems", "hide-systems"],
  ],
};

/** What can be drawn at a place, and what a flow pulled out of a node can lead to. */
const KINDS: readonly NodeKind[] = ["step", "decision", "wait", "fork", "join", "end"];

const close = () => useApp.setState({ menu: undefined });

/** The menu that a right click, or a flow dropped on empty ground, opens over the drawing. */
export const CanvasMenu = memo(function CanvasMenu() {
  const menu = useApp((state) => state.menu);
  if (!menu) return null;
  return (
    <Menu
      opened
      onClose={close}
      position="bottom-start"
      width={232}
      shadow="md"
      withinPortal
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <span aria-hidden style={{ position: "fixed", left: menu.x, top: menu.y }} />
      </Menu.Target>
      <Menu.Dropdown mah="80vh" style={{ overflowY: "auto" }}>
        <Offers menu={menu} />
      </Menu.Dropdown>
    </Menu>
  );
});

function Offers({ menu: { of, at } }: { menu: Opened }) {
  const readOnly = useApp((state) => state.readOnly);
  if (typeof of === "object" && "attach" in of) return <Roles data={of.attach} step={of.to} />;
  if (typeof of === "object") return <KindItems pick={(kind) => growFrom(of.from, at, kind)} />;
  return (
    <>
      {of === "ground" && !readOnly && (
        <>
          <Menu.Label>Add here</Menu.Label>
          <Menu.Item leftSection={<Glyph kind="start" />} onClick={() => addNode("start", at)}>
            {KIND_WORDS.start}
          </Menu.Item>
          <KindItems pick={(kind) => addNode(kind, at)} />
          <Menu.Item leftSection={<Glyph kind="note" />} onClick={() => addNote(at)}>
            Note
          </Menu.Item>
        </>
      )}
      <CommandGroups groups={OFFERS[of]} />
    </>
  );
}

/** What a step can do with data that was dropped on it. */
function Roles({ data, step }: { data: string; step: string }) {
  const process = presentProcess(useApp.getState());
  const node = process.nodes.find(({ id }) => id === step);
  const has = (as: "inputs" | "outputs") => node?.kind === "step" && (node[as]?.includes(data) ?? false);
  return (
    <>
      <Menu.Label>{nameOf(process, data)}</Menu.Label>
      {(["inputs", "outputs"] as const).map((as) => (
        <Menu.Item key={as} disabled={has(as)} onClick={() => attach(step, as, data)}>
          {ATTACHMENT_WORDS[as]}
        </Menu.Item>
      ))}
    </>
  );
}

function KindItems({ pick }: { pick: (kind: NodeKind) => void }) {
  return KINDS.map((kind) => (
    <Menu.Item key={kind} leftSection={<Glyph kind={kind} />} onClick={() => pick(kind)}>
      {KIND_WORDS[kind]}
    </Menu.Item>
  ));
}

function CommandGroups({ groups }: { groups: readonly (readonly CommandId[])[] }) {
  // Not with a selector: that would make a new list, and draw the menu anew, with every change of the app.
  const state: AppState = useApp.getState();
  const offered = groups
    .map((group) => group.map(commandOf).filter((command) => able(command, state)))
    .filter((group) => group.length > 0);
  return offered.map((group, i) => (
    <Fragment key={group[0]?.id}>
      {i > 0 && <Menu.Divider />}
      {group.map(({ id, name, shortcut, do: act }) => (
        <Menu.Item key={id} rightSection={shortcut && <Keys shortcut={shortcut} />} onClick={act}>
          {name}
        </Menu.Item>
      ))}
    </Fragment>
  ));
}
