import { useEffect, useMemo, useRef } from "react";
import { drawingOf } from "../../app/drawing.ts";
import { follow } from "../../app/playback.ts";
import { type Playback, presentProcess, useApp } from "../../app/store.ts";
import { stillPreferred } from "../still.ts";
import { type Doing, type Dots, dotNear, noDots, placeDots, tracksOf } from "./dots.ts";
import "./playback.css";

/** Which part of the drawing is seen: how far it is moved, and how large it is. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
}

interface Props {
  readonly viewport: Viewport;
  readonly playback: Extract<Playback, { readonly kind: "ready" }>;
}

/** Records gliding to where they are reached take so many seconds for the eye. */
const GLIDE = 0.45;

const COLOURS: Readonly<Record<Doing, string>> = { waiting: "--tl-hot", working: "--tl-accent", moving: "--tl-ink" };

/** The records of a playback as dots, all on one canvas over the drawing. */
export function PlaybackLayer({ viewport, playback: { player, followed } }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const dots = useRef<Dots>(noDots());
  const process = useApp(presentProcess);
  const stage = useMemo(() => {
    const drawing = drawingOf(process);
    return { timeline: player.timeline, drawing, tracks: tracksOf(player.timeline.history, drawing) };
  }, [process, player]);

  useEffect(() => {
    const paper = canvas.current;
    const context = paper?.getContext("2d");
    if (!paper || !context) return;
    const style = getComputedStyle(paper);
    const colours = Object.fromEntries(
      Object.entries(COLOURS).map(([doing, name]) => [doing, style.getPropertyValue(name)]),
    ) as Record<Doing, string>;
    const sharp = window.devicePixelRatio;
    paper.width = viewport.width * sharp;
    paper.height = viewport.height * sharp;
    const draw = () => {
      const glide = stillPreferred() ? 0 : GLIDE * player.pace;
      placeDots(stage, player.time, glide, dots.current);
      context.setTransform(sharp, 0, 0, sharp, 0, 0);
      context.clearRect(0, 0, viewport.width, viewport.height);
      context.setTransform(viewport.zoom * sharp, 0, 0, viewport.zoom * sharp, viewport.x * sharp, viewport.y * sharp);
      paint(context, dots.current, colours, followed);
    };
    draw();
    return player.listen(draw);
  }, [stage, player, viewport, followed]);

  useEffect(() => pickDots(canvas.current, dots.current, viewport), [viewport]);

  return (
    <canvas
      ref={canvas}
      className="playback-layer"
      style={{ width: viewport.width, height: viewport.height }}
      aria-hidden
    />
  );
}

const RADIUS = 3;

function paint(
  context: CanvasRenderingContext2D,
  { count, x, y, doing, record }: Dots,
  colours: Readonly<Record<Doing, string>>,
  followed: number | undefined,
): void {
  for (const each of Object.keys(colours) as Doing[]) {
    context.fillStyle = colours[each];
    context.beginPath();
    for (let i = 0; i < count; i++) {
      if (doing[i] !== each) continue;
      context.moveTo(x[i]! + RADIUS, y[i]!);
      context.arc(x[i]!, y[i]!, RADIUS, 0, 7);
    }
    context.fill();
  }
  if (followed === undefined) return;
  context.strokeStyle = colours.working;
  context.lineWidth = 2;
  for (let i = 0; i < count; i++) {
    if (record[i] !== followed) continue;
    context.beginPath();
    context.arc(x[i]!, y[i]!, RADIUS + 4, 0, 7);
    context.stroke();
  }
}

/** How near a click must be to a dot, in pixels on screen. */
const REACH = 9;

/** The dots lie over everything but take no clicks themselves, so that the drawing can be worked on between them. */
function pickDots(canvas: HTMLCanvasElement | null, dots: Dots, { x, y, zoom }: Viewport): (() => void) | undefined {
  const ground = canvas?.parentElement;
  if (!ground) return undefined;
  const pick = (event: MouseEvent) => {
    const box = ground.getBoundingClientRect();
    const at = [(event.clientX - box.x - x) / zoom, (event.clientY - box.y - y) / zoom] as const;
    const record = dotNear(dots, at, REACH / zoom);
    if (record === undefined) return;
    follow(record);
    event.stopPropagation();
  };
  ground.addEventListener("click", pick, { capture: true });
  return () => ground.removeEventListener("click", pick, { capture: true });
}
