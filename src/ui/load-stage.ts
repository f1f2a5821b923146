/** What lies over the drawing and the bars below it, which the first picture does not wait for. */
export const loadPlaybackLayer = () => import("./playback/PlaybackLayer.tsx");
export const loadPlaybackBar = () => import("./playback/PlaybackBar.tsx");
export const loadWalkLayer = () => import("./walk/WalkLayer.tsx");
export const loadWalkPanel = () => import("./walk/WalkPanel.tsx");
export const loadMarksLayer = () => import("./scenarios/MarksLayer.tsx");
export const loadScenarioBar = () => import("./scenarios/ScenarioBar.tsx");

/** Brings all of it. */
export const loadStage = () =>
  Promise.all(
    [loadPlaybackLayer, loadPlaybackBar, loadWalkLayer, loadWalkPanel, loadMarksLayer, loadScenarioBar].map(
      (load: () => Promise<unknown>) => load(),
    ),
  );
