import { IconCheck, IconClock, IconMinus, IconPlayerPlayFilled, type IconProps, IconX } from "@tabler/icons-react";
import type { ComponentType } from "react";
import type { Outcome, ProcessNode } from "../../model/process.ts";
import styles from "./node.module.css";

const OUTCOMES: Readonly<Record<Outcome, ComponentType<IconProps>>> = {
  success: IconCheck,
  failure: IconX,
  neutral: IconMinus,
};

/** The sign in the ring of a pill: a start, a clock, or how things ended. */
export function NodeIcon({ node }: { node: ProcessNode }) {
  const Icon =
    node.kind === "end" ? OUTCOMES[node.outcome ?? "neutral"] : node.kind === "wait" ? IconClock : IconPlayerPlayFilled;
  return (
    <span className={styles.ring} aria-hidden>
      <Icon size={12} stroke={2.4} />
    </span>
  );
}
