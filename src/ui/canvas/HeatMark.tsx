import { IconCheck, IconFlame, IconHourglass, IconUsers } from "@tabler/icons-react";
import { rankWords } from "../../analyse/heat.ts";
import { HEAT_MEASURES } from "../../analyse/heat-measures.ts";
import { useApp } from "../../app/store.ts";
import type { Mark } from "./heat.ts";
import styles from "./node.module.css";

type Simulated = Extract<Mark, { readonly kind: "simulated" }>;

/** A step's share of all delay, in the row below its name; the bottleneck is named. */
export function HeatMark({ mark }: { mark: Mark }) {
  const unit = useApp((state) => HEAT_MEASURES[state.heat].words);
  if (mark.kind === "not-simulated") return <div className={styles.mark}>Not simulated</div>;
  const { band, text, rank } = mark;
  const Icon = rank === 1 ? IconFlame : band === undefined || band === 0 ? IconCheck : IconHourglass;
  return (
    <div className={styles.mark}>
      <Icon size={13} stroke={2.2} aria-hidden />
      <strong>{text}</strong>
      <span>{unit}</span>
    </div>
  );
}

/** How many records wait here on average, and the rank of the bottleneck, at the upper edge of a step. */
export function QueueBadge({ mark }: { mark: Simulated }) {
  return (
    <>
      {mark.rank !== undefined && (
        <div className={styles.rank} data-first={mark.rank === 1 || undefined}>
          {rankWords(mark.rank)}
        </div>
      )}
      {mark.queue !== undefined && (
        <div className={styles.queue} title={`${mark.queue} records wait here on average`}>
          <IconUsers size={11} stroke={2.4} aria-hidden />
          {mark.queue}
        </div>
      )}
    </>
  );
}
