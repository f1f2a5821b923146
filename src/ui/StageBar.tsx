import { lazy, Suspense } from "react";
import { useApp } from "../app/store.ts";
import { loadPlaybackBar, loadScenarioBar, loadWalkPanel } from "./load-stage.ts";

const PlaybackBar = lazy(async () => ({ default: (await loadPlaybackBar()).PlaybackBar }));
const WalkPanel = lazy(async () => ({ default: (await loadWalkPanel()).WalkPanel }));
const ScenarioBar = lazy(async () => ({ default: (await loadScenarioBar()).ScenarioBar }));

/** Below the canvas: what belongs to the run being played back, the record being walked, the scenario worked on. */
export function StageBar() {
  const playback = useApp((state) => state.playback);
  const walk = useApp((state) => state.walk);
  const scenario = useApp((state) => state.scenario);
  return (
    <div>
      <Suspense fallback={null}>
        {scenario !== undefined && <ScenarioBar />}
        {playback && <PlaybackBar playback={playback} />}
        {walk && <WalkPanel walk={walk} />}
      </Suspense>
    </div>
  );
}
