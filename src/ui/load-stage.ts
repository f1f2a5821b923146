/** Brings what lies over the drawing and the bars below it, which the first picture does not wait for. */
export async function loadStage() {
  const [playback, bar, walk, panel, marks, scenario] = await Promise.all([
    import("./playback/PlaybackLayer.tsx"),
    import("./playback/PlaybackBar.tsx"),
    import("./walk/WalkLayer.tsx"),
    import("./walk/WalkPanel.tsx"),
    import("./scenarios/MarksLayer.tsx"),
    import("./scenarios/ScenarioBar.tsx"),
  ]);
  return { ...playback, ...bar, ...walk, ...panel, ...marks, ...scenario };
}
