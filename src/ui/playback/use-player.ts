import { useMemo, useSyncExternalStore } from "react";
import type { Player } from "../../app/playback.ts";

/** Words need not change sixty times a second: so many milliseconds pass between two of them. */
const PAUSE = 80;

/** The player’s time for words and tracks, which are written anew some twelve times a second. */
export function useTime(player: Player): number {
  const source = useMemo(() => {
    let { time, playing } = player;
    let last = 0;
    const listen = (tell: () => void) =>
      player.listen(() => {
        const at = performance.now();
        if (player.playing && playing && at - last < PAUSE) return;
        last = at;
        ({ time, playing } = player);
        tell();
      });
    return { listen, read: () => time };
  }, [player]);
  return useSyncExternalStore(source.listen, source.read);
}

/** Whether the player plays, and how fast. */
export function useControls(player: Player): Pick<Player, "playing" | "speed"> {
  const listen = useMemo(() => (tell: () => void) => player.listen(tell), [player]);
  const playing = useSyncExternalStore(listen, () => player.playing);
  const speed = useSyncExternalStore(listen, () => player.speed);
  return { playing, speed };
}
