import { Panel } from "@xyflow/react";
import { memo, useDeferredValue } from "react";
import { provenWords } from "../../analyse/proven-words.ts";
import { useApp } from "../../app/store.ts";
import { unbroken } from "../../model/format.ts";
import styles from "./canvas.module.css";

/** What is proven to hold records up, in a sentence at the edge of the canvas, where it covers no node. */
export const ProvenBottleneck = memo(function ProvenBottleneck() {
  const run = useApp((state) => state.run);
  const looking = useDeferredValue(useApp(({ lens, scenario }) => lens === "bottlenecks" && scenario === undefined));
  if (!looking || run.kind !== "finished") return null;
  const words = provenWords(run.results, run.of);
  if (words === undefined) return null;
  return (
    <Panel position="bottom-left" className={styles.proven ?? ""} role="status" data-over="bottom-left">
      <details open>
        <summary>Proven:</summary> {unbroken(words)}
      </details>
    </Panel>
  );
});
