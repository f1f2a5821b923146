import { useStoreApi } from "@xyflow/react";
import { memo, useEffect, useRef } from "react";
import { presentProcess, useApp } from "../../app/store.ts";
import { useColorScheme } from "../use-color-scheme.ts";
import styles from "./canvas.module.css";
import { lanesOf } from "./lanes-of.ts";
import { inksOf, paint } from "./paint.ts";
import type { Still } from "./use-scene.ts";

/** How much more than what is in sight is painted on each side, as a share of it: so far the view moves for free. */
const MARGIN = 0.35;

/** How long the view must rest before a picture that was moved or stretched is painted anew, in milliseconds. */
const REST = 140;

/** How much a picture may be stretched until then. */
const STRETCH = 1.6;

interface Props {
  readonly still: Still;
  /** The nodes that are dragged: they and their flows are not in the picture. */
  readonly away: ReadonlySet<string>;
}

/**
 * All lanes, nodes and flows as one picture, behind what React Flow has: for when so many are in sight that the page
 * would be busy with nothing else. The picture is larger than the window, so that a moving view only shifts it.
 */
export const Painting = memo(function Painting({ still, away }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const store = useStoreApi();
  const scheme = useColorScheme();
  const process = useApp(presentProcess);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another scheme has other inks
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext("2d");
    if (!element || !context) return;
    const inks = inksOf(element);
    const lanes = lanesOf(process, still.drawing);
    let [x, y, zoom] = [0, 0, 0];
    let [marginX, marginY] = [0, 0];
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;

    const draw = () => {
      const { transform, width, height } = store.getState();
      [x, y, zoom] = transform;
      [marginX, marginY] = [Math.round(width * MARGIN), Math.round(height * MARGIN)];
      const fine = window.devicePixelRatio || 1;
      const [wide, high] = [width + 2 * marginX, height + 2 * marginY];
      const size = { width: Math.round(wide * fine), height: Math.round(high * fine) };
      if (element.width !== size.width || element.height !== size.height) Object.assign(element, size);
      Object.assign(element.style, { width: `${wide}px`, height: `${high}px` });
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, size.width, size.height);
      context.setTransform(fine * zoom, 0, 0, fine * zoom, fine * (x + marginX), fine * (y + marginY));
      const sight = {
        x: -(x + marginX) / zoom,
        y: -(y + marginY) / zoom,
        width: wide / zoom,
        height: high / zoom,
      };
      paint(context, { ...still, lanes, away, sight, zoom }, inks);
      element.style.transform = `translate(${-marginX}px, ${-marginY}px)`;
    };

    const follow = () => {
      const [panX, panY, now] = store.getState().transform;
      if (panX === x && panY === y && now === zoom) return;
      const stretch = now / zoom;
      const shiftX = panX - x * stretch - marginX * stretch;
      const shiftY = panY - y * stretch - marginY * stretch;
      const covered =
        Math.abs(panX - x) <= marginX && Math.abs(panY - y) <= marginY && stretch < STRETCH && stretch > 1 / STRETCH;
      clearTimeout(timer);
      if (!covered) draw();
      else {
        element.style.transform = `translate(${shiftX}px, ${shiftY}px) scale(${stretch})`;
        timer = setTimeout(draw, REST);
      }
    };

    // Not before the rest of what changed with it has been done: a new document comes with a new view.
    queueMicrotask(() => {
      if (!over) draw();
    });
    const stop = store.subscribe((state, before) => {
      if (zoom === 0) return;
      if (state.width !== before.width || state.height !== before.height) draw();
      else follow();
    });
    return () => {
      over = true;
      stop();
      clearTimeout(timer);
    };
  }, [still, away, process, store, scheme]);

  return <canvas ref={canvas} className={styles.painting} aria-hidden />;
});
