import "@xyflow/react/dist/base.css";
import {
  Background,
  BackgroundVariant,
  ConnectionMode,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useStore,
} from "@xyflow/react";
import { type CSSProperties, memo } from "react";
import { useStale } from "../../app/run.ts";
import { presentProcess, useApp } from "../../app/store.ts";
import { NAME_FONT } from "../../model/shape.ts";
import { useColorScheme } from "../use-color-scheme.ts";
import { CanvasMenu } from "./CanvasMenu.tsx";
import { CanvasTools } from "./CanvasTools.tsx";
import { ConnectionLine } from "./ConnectionLine.tsx";
import styles from "./canvas.module.css";
import { EmptyCanvas } from "./EmptyCanvas.tsx";
import { FlowEdge } from "./FlowEdge.tsx";
import { ZOOM } from "./fit.ts";
import { Guides } from "./Guides.tsx";
import { LaneHeaders, Lanes } from "./Lanes.tsx";
import { LayoutProgress } from "./LayoutProgress.tsx";
import { LensLegend } from "./LensLegend.tsx";
import { MarksContext } from "./marks.ts";
import { NODE_TYPES } from "./NodeView.tsx";
import { Overlays } from "./Overlays.tsx";
import { Overview } from "./Overview.tsx";
import { Painting } from "./Painting.tsx";
import { ProvenBottleneck } from "./ProvenBottleneck.tsx";
import { ReadOnlyBanner } from "./ReadOnlyBanner.tsx";
import { SpaceTool } from "./SpaceTool.tsx";
import { Stages } from "./Stages.tsx";
import { Things } from "./Things.tsx";
import { FAR, useDetail } from "./use-detail.ts";
import { GRID } from "./use-drag.ts";
import { useGestures } from "./use-gestures.ts";
import { useScene } from "./use-scene.ts";
import { useGlide, useViewRequests } from "./use-view.ts";

/** The drawing, to look at and to work on. It is the only part that knows React Flow. */
export const Canvas = memo(function Canvas() {
  return (
    <ReactFlowProvider>
      <Flow />
    </ReactFlowProvider>
  );
});

function Flow() {
  const scheme = useColorScheme();
  const { places, carried, into, hovered, handlers, preview } = useGestures();
  const scene = useScene(places, carried);
  const { nodes, flows, painted, away } = useDetail(scene, places, carried, hovered);
  const gliding = useGlide();
  const stale = useStale() !== undefined;
  const far = useStore(({ transform }) => transform[2] < FAR);
  const empty = useApp((state) => state.loaded && presentProcess(state).nodes.length === 0);
  const direction = useApp((state) => presentProcess(state).direction ?? "right");
  const onMoveStart = useViewRequests();
  const readOnly = useApp((state) => state.readOnly);

  return (
    <section
      className={styles.canvas}
      aria-label="Process drawing"
      style={TYPE}
      data-canvas
      data-tour="canvas"
      data-gliding={gliding || undefined}
      data-direction={direction}
      data-far={far || undefined}
      data-painted={painted || undefined}
      data-stale={stale || undefined}
    >
      <MarksContext value={scene.marks}>
        <ReactFlow
          nodes={nodes}
          edges={flows}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          {...handlers}
          onMoveStart={onMoveStart}
          colorMode={scheme}
          connectionMode={ConnectionMode.Loose}
          connectionLineComponent={ConnectionLine}
          connectionRadius={28}
          snapToGrid
          snapGrid={SNAP}
          panOnScroll
          zoomOnDoubleClick={false}
          nodesDraggable={!readOnly}
          nodesConnectable={!readOnly}
          selectionMode={SelectionMode.Partial}
          multiSelectionKeyCode={ADDING_KEYS}
          deleteKeyCode={null}
          edgesFocusable={false}
          nodeDragThreshold={3}
          minZoom={ZOOM.least}
          maxZoom={ZOOM.most}
          onlyRenderVisibleElements={nodes.length > MANY}
          elevateNodesOnSelect={false}
          ariaLabelConfig={WORDS}
          attributionPosition="bottom-left"
        >
          {scene.nodes.length <= MANY && <Background variant={BackgroundVariant.Dots} gap={24} size={1.2} />}
          <Lanes into={into} />
          {painted && <Painting still={scene.still} away={away} />}
          <Guides />
          <Stages />
          <Things />
          <LaneHeaders />
          <Overlays />
          <Overview />
          <LensLegend />
          <ProvenBottleneck />
          <CanvasTools />
          {readOnly && <ReadOnlyBanner />}
          <LayoutProgress />
        </ReactFlow>
      </MarksContext>
      <SpaceTool onPreview={preview} />
      <CanvasMenu />
      {empty && <EmptyCanvas />}
    </section>
  );
}

/** Names are set as they are measured. */
const TYPE = { "--name-size": `${NAME_FONT.size}px`, "--name-leading": `${NAME_FONT.leading}px` } as CSSProperties;
const EDGE_TYPES = { flow: FlowEdge };
const SNAP: [number, number] = [GRID, GRID];
const ADDING_KEYS = ["Shift", "Meta", "Control"];

/** From so many nodes on, only those in sight are drawn, and the ground is plain: its dots cost more than all nodes. */
const MANY = 150;

// React Flow shows “keyboardDisabled” when the keyboard is enabled: the two are the wrong way round.
const HOW_TO =
  "Press Enter to select. Then: Enter renames, Tab adds the next step, arrow keys move, Delete removes, Escape lets go.";
const WORDS = {
  "node.a11yDescription.default": HOW_TO,
  "node.a11yDescription.keyboardDisabled": HOW_TO,
  "handle.ariaLabel": "Connect from here",
};
