import { useEffect, useMemo, useRef } from "react";
import { drawingOf } from "../../app/drawing.ts";
import { follow } from "../../app/playback.ts";
import { type Playback, presentProcess, useApp } from "../../app/store.ts";
import { stillPreferred } from "../still.ts";
import { useColorScheme } from "../use-color-scheme.ts";
import { type Dots, dotNear, noDots, placeDots, stageOf } from "./dots.ts";
import { type Brush, brushFor, type DotColours, paintDots, paperOf, sharpness, type Viewport } from "./paint-dots.ts";
import "./playback.css";

interface Props {
  readonly viewport: Viewport;
  readonly playback: Playback;
}

/** Records gliding to where they are reached take so many seconds for the eye. */
const GLIDE = 0.45;

const COLOURS: DotColours = { waiting: "--tl-hot", working: "--tl-accent", moving: "--tl-ink", words: "--tl-ink" };

/** The records of a playback as dots, all on one canvas over the drawing. */
export function PlaybackLayer({ viewport, playback: { player, followed } }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const dots = useRef<Dots>(noDots());
  const begun = useRef(false);
  const process = useApp(presentProcess);
  const stage = useMemo(() => stageOf(player.timeline, drawingOf(process)), [process, player]);
  const scheme = useColorScheme();

  useEffect(() => {
    const screen = canvas.current;
    const context = screen?.getContext("2d");
    if (!screen || !context) return;
    const paper = paperOf(viewport.width * sharpness(), viewport.height * sharpness());
    screen.width = paper.width;
    screen.height = paper.height;
    const still = stillPreferred();
    let brush: Brush | undefined;
    // The scheme is only named so that the colours are read again when it changes.
    const dip = () => (brush ??= brushFor(viewport, coloursOf(screen, scheme)));
    const draw = () => {
      placeDots(stage, player.time, still ? 0 : GLIDE * player.pace, dots.current);
      paintDots(context, paper, dots.current, dip(), followed);
      begun.current = true;
    };
    // At first in frames of their own, as much else comes with it; later at once, or the dots would flicker.
    let frame = 0;
    if (begun.current) draw();
    else
      frame = requestAnimationFrame(() => {
        dip();
        frame = requestAnimationFrame(draw);
      });
    const deaf = player.listen(draw);
    return () => {
      cancelAnimationFrame(frame);
      deaf();
    };
  }, [stage, player, viewport, followed, scheme]);

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

/** The colours of a scheme, as they are where the dots are painted. */
function coloursOf(screen: Element, _scheme: "light" | "dark"): DotColours {
  const style = getComputedStyle(screen);
  const entries = Object.entries(COLOURS).map(([what, name]) => [what, style.getPropertyValue(name)]);
  return Object.fromEntries(entries) as DotColours;
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
