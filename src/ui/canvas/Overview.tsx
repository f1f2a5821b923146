import { Panel, useReactFlow, useStore, useStoreApi } from "@xyflow/react";
import { memo, type PointerEvent, useEffect, useLayoutEffect, useRef } from "react";
import { useDrawing, useFrame } from "../../app/fold.ts";
import type { Drawing, Rect } from "../../model/geometry.ts";
import { useColorScheme } from "../use-color-scheme.ts";
import styles from "./canvas.module.css";

const SIZE = { width: 168, height: 104 };

/** Room around the drawing in it, in pixels. */
const MARGIN = 6;

/** The whole drawing in small, with what is in sight marked; shown while part of it is out of sight. */
export const Overview = memo(function Overview() {
  const frame = useFrame();
  const allInSight = useStore(({ transform: [x, y, zoom], width, height }) => {
    const [left, top] = [frame.x * zoom + x, frame.y * zoom + y];
    return left >= -1 && top >= -1 && left + frame.width * zoom <= width + 1 && top + frame.height * zoom <= height + 1;
  });
  if (allInSight) return null;
  return (
    <Panel position="bottom-right" className={styles.minimap ?? ""}>
      <Small frame={frame} />
    </Panel>
  );
});

function Small({ frame }: { frame: Rect }) {
  const drawing = useDrawing();
  const scheme = useColorScheme();
  const flow = useReactFlow();
  const canvas = useRef<HTMLCanvasElement>(null);
  const scale = Math.min((SIZE.width - 2 * MARGIN) / frame.width, (SIZE.height - 2 * MARGIN) / frame.height);
  const left = (SIZE.width - frame.width * scale) / 2;
  const top = (SIZE.height - frame.height * scale) / 2;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another scheme has other colours
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (context) paint(context, drawing, (x, y) => [left + (x - frame.x) * scale, top + (y - frame.y) * scale], scale);
  }, [drawing, frame, scale, left, top, scheme]);

  const go = (event: PointerEvent<HTMLElement>) => {
    if (event.buttons === 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const box = event.currentTarget.getBoundingClientRect();
    const x = (event.clientX - box.x - left) / scale + frame.x;
    const y = (event.clientY - box.y - top) / scale + frame.y;
    void flow.setCenter(x, y, { zoom: flow.getZoom() });
  };

  return (
    <div className={styles.overview} style={SIZE} onPointerDown={go} onPointerMove={go}>
      <canvas ref={canvas} role="img" aria-label="Overview of the drawing" />
      <InSight {...{ frame, scale, left, top }} />
    </div>
  );
}

/** The part of the drawing that is in sight. */
function InSight({ frame, scale, left, top }: { frame: Rect; scale: number; left: number; top: number }) {
  const mark = useRef<HTMLElement>(null);
  const store = useStoreApi();
  useLayoutEffect(() => {
    // Without React: this moves with every frame of a pan.
    const follow = () => {
      const { transform, width, height } = store.getState();
      const [panX, panY, zoom] = transform;
      const [x, y] = [left + (-panX / zoom - frame.x) * scale, top + (-panY / zoom - frame.y) * scale];
      Object.assign(mark.current?.style ?? {}, {
        transform: `translate(${x}px, ${y}px)`,
        width: `${(width / zoom) * scale}px`,
        height: `${(height / zoom) * scale}px`,
      });
    };
    follow();
    return store.subscribe(follow);
  }, [store, frame, scale, left, top]);
  return <i ref={mark} />;
}

function paint(
  context: CanvasRenderingContext2D,
  { nodes, lanes }: Drawing,
  at: (x: number, y: number) => readonly [number, number],
  scale: number,
): void {
  const { canvas } = context;
  const fine = window.devicePixelRatio || 1;
  canvas.width = SIZE.width * fine;
  canvas.height = SIZE.height * fine;
  context.scale(fine, fine);
  const style = getComputedStyle(canvas);
  context.strokeStyle = style.getPropertyValue("--tl-hairline");
  for (const { x, y, width, height } of Object.values(lanes)) {
    context.strokeRect(...at(x, y), width * scale, height * scale);
  }
  context.fillStyle = style.getPropertyValue("--tl-border");
  context.globalAlpha = 0.7;
  for (const { x, y, width, height } of Object.values(nodes)) {
    context.fillRect(...at(x, y), Math.max(1, width * scale), Math.max(1, height * scale));
  }
}
