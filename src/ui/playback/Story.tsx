import { CloseButton } from "@mantine/core";
import { useMemo } from "react";
import { carriedBy } from "../../analyse/carried.ts";
import { lifeOf } from "../../analyse/record-life.ts";
import { follow, type Player } from "../../app/playback.ts";
import { duration, elapsed } from "../../model/format.ts";
import type { Process } from "../../model/process.ts";
import { nameOf } from "../../model/words.ts";
import { useTime } from "./use-player.ts";
import { useShown } from "./use-shown.ts";

interface Props {
  readonly player: Player;
  readonly record: number;
  /** The process that was run. */
  readonly process: Process;
}

/** What the followed record carries, where it has been, and how long it waited there. */
export function Story({ player, record, process }: Props) {
  const { history } = player.timeline;
  const time = useTime(player);
  const life = useMemo(() => lifeOf(history, record), [history, record]);
  const now = life.findIndex(({ reached, left }) => reached <= time && time < left);
  const steps = useShown(now);
  const fields = carriedBy(process, history, record);
  return (
    <section className="playback-story" aria-label={`Record ${record + 1}`}>
      <div className="playback-story-head">
        <strong>Record {record + 1}</strong>
        {fields.map(({ id, name, value }) => (
          <span key={id}>
            {name}: {value}
          </span>
        ))}
        <CloseButton size="sm" aria-label="Follow nobody" onClick={() => follow(undefined)} />
      </div>
      <ol className="record-steps" ref={steps}>
        {life.map(({ node, reached, waited, worked, left }, i) => (
          <li key={`${node} ${reached}`} data-now={i === now || undefined} data-ahead={reached > time || undefined}>
            <button type="button" onClick={() => player.go(reached)}>
              <b>{nameOf(process, node)}</b> after {elapsed(reached)}
              {waited > 0 && `, waited ${duration(waited)}`}
              {worked > 0 && `, worked on for ${duration(worked)}`}
              {left === Number.POSITIVE_INFINITY && ", still there at the end"}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
