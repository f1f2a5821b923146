import { useStore, ViewportPortal } from "@xyflow/react";
import { type CSSProperties, lazy, memo, Suspense, useMemo } from "react";
import { useApp } from "../../app/store.ts";
import { loadMarksLayer, loadPlaybackLayer, loadWalkLayer } from "../load-stage.ts";

const PlaybackLayer = lazy(async () => ({ default: (await loadPlaybackLayer()).PlaybackLayer }));
const WalkLayer = lazy(async () => ({ default: (await loadWalkLayer()).WalkLayer }));
const MarksLayer = lazy(async () => ({ default: (await loadMarksLayer()).MarksLayer }));

/** Tags are as large on screen however far the drawing is away; below this zoom they would cover it. */
const LEAST = 0.5;

/** What lies over the drawing: a run played back, a record walked by hand, and what a scenario changes. */
export const Overlays = memo(function Overlays() {
  const playback = useApp((state) => state.playback);
  const walk = useApp((state) => state.walk);
  const marks = useApp(({ scenario }) => scenario !== undefined);
  const zoom = useStore(({ transform }) => Math.max(LEAST, transform[2]));
  return (
    <Suspense fallback={null}>
      {playback && <Dots playback={playback} />}
      {(walk || marks) && (
        <ViewportPortal>
          <div style={{ "--tag-scale": 1 / zoom } as CSSProperties}>
            {marks && <MarksLayer />}
            {walk && <WalkLayer walk={walk} />}
          </div>
        </ViewportPortal>
      )}
    </Suspense>
  );
});

function Dots({ playback }: { readonly playback: Parameters<typeof PlaybackLayer>[0]["playback"] }) {
  const [x, y, zoom] = useStore(({ transform }) => transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const viewport = useMemo(() => ({ x, y, zoom, width, height }), [x, y, zoom, width, height]);
  return <PlaybackLayer playback={playback} viewport={viewport} />;
}
