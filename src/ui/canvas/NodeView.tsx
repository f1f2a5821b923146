import { IconPlus } from "@tabler/icons-react";
import { Handle, type NodeProps, type NodeTypes } from "@xyflow/react";
import { type CSSProperties, memo, type ReactNode, useContext } from "react";
import { appendStep, renameNode } from "../../app/draw.ts";
import { stopNaming } from "../../app/naming.ts";
import { onlyNode } from "../../app/selection.ts";
import { useApp } from "../../app/store.ts";
import type { NodeKind, ProcessNode } from "../../model/process.ts";
import { nameLines, SHAPES, type Shape } from "../../model/shape.ts";
import { KIND_WORDS } from "../../model/words.ts";
import { farType } from "./far-type.ts";
import { HeatMark, QueueBadge } from "./HeatMark.tsx";
import { MarksContext } from "./marks.ts";
import { NameField } from "./NameField.tsx";
import { NodeIcon } from "./NodeIcon.tsx";
import { NoteView } from "./NoteView.tsx";
import styles from "./node.module.css";
import { type SceneNode, SIDES } from "./scene.ts";

/** One node on the canvas: its outline by kind, its name, and what the last run said of it. */
const NodeView = memo(function NodeView({ id, data, selected, width = 0, height = 0 }: NodeProps<SceneNode>) {
  const { node, look } = data;
  const mark = useContext(MarksContext)?.get(id);
  const named = useApp(({ naming }) => naming?.kind === "node" && naming.id === id);
  const { outline } = SHAPES[node.kind];
  const heat = mark?.kind === "simulated" ? mark : undefined;

  return (
    <div
      className={styles.node}
      data-outline={outline}
      data-kind={node.kind}
      data-outcome={node.kind === "end" ? (node.outcome ?? "neutral") : undefined}
      data-selected={selected || undefined}
      data-heat={mark && (heat ? "simulated" : "none")}
      data-band={heat?.band}
      data-bottleneck={heat?.rank === 1 || undefined}
      data-tinted={look?.colours !== undefined || undefined}
      data-stands={look?.stands || undefined}
      data-bare={look?.bare || undefined}
      style={{ "--fill": heat?.fill, "--on-fill": heat?.ink, "--stripes": stripes(look?.colours) } as CSSProperties}
    >
      {OUTLINES[outline](node, width, height, named ? <NameEditor node={node} /> : <Name node={node} />, data.foot)}
      {heat && <QueueBadge mark={heat} />}
      {look?.badge && <div className={styles.lensBadge}>{look.badge}</div>}
      {data.stage && !look?.badge && (
        <div className={styles.lensBadge} data-stage>
          {data.stage}
        </div>
      )}
      {mark && outline === "box" && <HeatMark mark={mark} />}
      {SIDES.map((side) => (
        <Handle
          key={side}
          id={side}
          type="source"
          position={side}
          className={styles.handle}
          isConnectableStart={node.kind !== "end"}
        />
      ))}
      {selected && node.kind !== "end" && !named && <AppendButton id={id} />}
    </div>
  );
});

/** Colours side by side, each as wide as the others. */
function stripes(colours: readonly string[] | undefined): string | undefined {
  if (!colours) return undefined;
  const width = 100 / colours.length;
  return `linear-gradient(${colours.map((colour, i) => `${colour} ${i * width}% ${(i + 1) * width}%`).join(", ")})`;
}

/** For React Flow: how each kind of node is drawn, and notes. The outline decides, so one component serves all nodes. */
export const NODE_TYPES = {
  ...Object.fromEntries((Object.keys(SHAPES) as NodeKind[]).map((kind) => [kind, NodeView])),
  note: NoteView,
  folded: FoldedLane,
} satisfies NodeTypes;

/** Where flows end that lead into a folded lane; the lane itself is all there is to see. */
function FoldedLane() {
  return SIDES.map((side) => (
    <Handle key={side} id={side} type="source" position={side} className={styles.handle} isConnectable={false} />
  ));
}

type Draw = (
  node: ProcessNode,
  width: number,
  height: number,
  name: ReactNode,
  foot: SceneNode["data"]["foot"],
) => ReactNode;

const OUTLINES: Readonly<Record<Shape["outline"], Draw>> = {
  box: (_node, _width, _height, name, foot) => (
    <div className={styles.box}>
      <div className={styles.middle}>{name}</div>
      {(foot.left || foot.right) && (
        <div className={styles.foot}>
          <span>{foot.left}</span>
          <span>{foot.right}</span>
        </div>
      )}
    </div>
  ),
  pill: (node, _width, _height, name) => (
    <div className={styles.pill}>
      <NodeIcon node={node} />
      <div className={styles.middle}>{name}</div>
    </div>
  ),
  diamond: (_node, width, height, name) => (
    <>
      <Rhombus width={width} height={height} />
      <div className={styles.inDiamond}>{name}</div>
    </>
  ),
  gateway: (_node, width, height, name) => (
    <>
      <Rhombus width={width} height={height}>
        <path className={styles.plus} d={`M${width / 2 - 9} ${height / 2}h18M${width / 2} ${height / 2 - 9}v18`} />
      </Rhombus>
      <div className={styles.caption}>{name}</div>
    </>
  ),
};

function Rhombus({ width, height, children }: { width: number; height: number; children?: ReactNode }) {
  const points = `${width / 2},1 ${width - 1},${height / 2} ${width / 2},${height - 1} 1,${height / 2}`;
  return (
    <svg className={styles.rhombus} width={width} height={height} aria-hidden="true">
      <polygon points={points} />
      {children}
    </svg>
  );
}

/** The name broken into the same lines as in layout and in pictures. */
function Name({ node }: { node: ProcessNode }) {
  const { size, leading } = farType(node);
  return (
    <span
      className={styles.name}
      style={{ "--far-size": `${size}px`, "--far-leading": `${leading}px` } as CSSProperties}
    >
      {nameLines(node).map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
        <span key={i}>{line}</span>
      ))}
    </span>
  );
}

function NameEditor({ node }: { node: ProcessNode }) {
  return (
    <NameField
      label={`Name of the ${KIND_WORDS[node.kind].toLowerCase()}`}
      value={node.name}
      onName={(name) => renameNode(node.id, name)}
      onClose={stopNaming}
      {...(node.kind === "end" ? {} : { onNext: () => appendStep(node.id) })}
    />
  );
}

/** Shown at the one node that is selected. */
function AppendButton({ id }: { id: string }) {
  const alone = useApp(({ selection }) => onlyNode(selection) === id);
  if (!alone) return null;
  return (
    <button
      type="button"
      className={`${styles.append} nodrag nopan`}
      aria-label="Add next step"
      title="Add next step (Tab)"
      onClick={(event) => {
        event.stopPropagation();
        appendStep(id);
      }}
    >
      <IconPlus size={14} stroke={2.4} aria-hidden />
    </button>
  );
}
