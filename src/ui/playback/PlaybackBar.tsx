import { ActionIcon, Button, CloseButton, NativeSelect, NumberInput, Tooltip } from "@mantine/core";
import {
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipBackFilled,
  IconPlayerTrackNextFilled,
  IconPlayerTrackPrevFilled,
} from "@tabler/icons-react";
import { useMemo } from "react";
import { closePlayback, follow, type Player, SPEEDS } from "../../app/playback.ts";
import type { Playback } from "../../app/store.ts";
import { duration, elapsed, number } from "../../model/format.ts";
import { nameOf } from "../../model/words.ts";
import { stillPreferred } from "../still.ts";
import { Story } from "./Story.tsx";
import { useControls, useTime } from "./use-player.ts";
import "./playback.css";

/** The track is so many steps long. */
const STEPS = 1000;
const CHOICES = SPEEDS.map(({ id, words }) => ({ value: id, label: words }));

/** Plays a run back: time, speed, and a track on which one sees how full it was when. */
export function PlaybackBar({ playback }: { readonly playback: Playback }) {
  const { player, of: process, followed } = playback;
  const { history, longest } = player.recording;
  const { playing, speed } = useControls(player);
  const still = stillPreferred();
  return (
    <section className="playback-bar" aria-label="Playback of the run">
      <div className="playback-row">
        <Tool label="Back to the start" icon={IconPlayerSkipBackFilled} onUse={() => player.go(0)} />
        <Tool label="Back by one event" icon={IconPlayerTrackPrevFilled} onUse={() => player.step(-1)} />
        {!still && (
          <Tool
            label={playing ? "Pause" : "Play"}
            icon={playing ? IconPlayerPauseFilled : IconPlayerPlayFilled}
            filled
            onUse={() => (player.playing ? player.pause() : player.play())}
          />
        )}
        <Tool label="On by one event" icon={IconPlayerTrackNextFilled} onUse={() => player.step(1)} />
        {!still && (
          <NativeSelect
            size="xs"
            w={190}
            aria-label="Speed"
            data={CHOICES}
            value={speed.id}
            onChange={({ currentTarget }) =>
              player.setSpeed(SPEEDS.find(({ id }) => id === currentTarget.value) ?? SPEEDS[0])
            }
          />
        )}
        <Clock player={player} />
        {longest && (
          <Button
            size="compact-xs"
            variant="default"
            title={`${number(longest.count)} waited at “${nameOf(process, longest.node)}”, after ${elapsed(longest.time)}`}
            onClick={() => {
              player.pause();
              player.go(longest.time);
            }}
          >
            Longest queue
          </Button>
        )}
        <NumberInput
          size="xs"
          w={112}
          aria-label="Follow a record, by its number"
          placeholder="Follow no."
          min={1}
          max={history.records}
          allowDecimal={false}
          value={followed === undefined ? "" : followed + 1}
          onChange={(to) => follow(typeof to === "number" && to >= 1 && to <= history.records ? to - 1 : undefined)}
        />
        <CloseButton aria-label="Close the playback" onClick={closePlayback} />
      </div>
      <Track player={player} />
      {history.more && (
        <p className="playback-note">
          The first {number(history.records)} records of the first replication are played, until the next one arrives.
        </p>
      )}
      {still && (
        <p className="playback-note">
          Your system asks for less motion: step from event to event, or move along the track.
        </p>
      )}
      {followed !== undefined && <Story player={player} record={followed} process={process} />}
    </section>
  );
}

interface ToolProps {
  readonly label: string;
  readonly icon: typeof IconPlayerPlayFilled;
  readonly filled?: true;
  readonly onUse: () => void;
}

function Tool({ label, icon: Icon, filled, onUse }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        size={30}
        variant={filled ? "filled" : "subtle"}
        {...(filled ? {} : { color: "gray" })}
        aria-label={label}
        onClick={onUse}
      >
        <Icon size={15} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

function Clock({ player }: { readonly player: Player }) {
  const time = useTime(player);
  return (
    <span className="playback-time">
      {elapsed(time)} of {duration(player.until)}
    </span>
  );
}

/** The whole run as a chart of work in progress, along which the time can be moved. */
function Track({ player }: { readonly player: Player }) {
  const { history, inside } = player.recording;
  const time = useTime(player);
  const chart = useMemo(() => {
    const most = Math.max(1, ...inside);
    const last = inside.length - 1;
    return `M0 100${inside.map((count, i) => `L${(i / last) * 1000} ${100 - (count / most) * 94}`).join("")}L1000 100Z`;
  }, [inside]);
  const at = history.until > 0 ? time / history.until : 0;
  return (
    <div className="playback-track">
      <svg viewBox="0 0 1000 100" preserveAspectRatio="none" aria-hidden="true">
        <path d={chart} />
      </svg>
      <i style={{ left: `${at * 100}%` }} />
      <input
        type="range"
        aria-label="Time in the run"
        aria-valuetext={`${elapsed(time)} of ${duration(history.until)}`}
        min={0}
        max={STEPS}
        value={Math.round(at * STEPS)}
        onChange={({ target }) => player.go((Number(target.value) / STEPS) * history.until)}
      />
    </div>
  );
}
