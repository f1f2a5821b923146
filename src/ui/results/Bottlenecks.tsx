import { Loader, UnstyledButton } from "@mantine/core";
import type { KeyboardEvent } from "react";
import { noBottleneckWords } from "../../analyse/proven-words.ts";
import type { Bottleneck, Results } from "../../analyse/results.ts";
import { useApp } from "../../app/store.ts";
import { percent, unbroken } from "../../model/format.ts";
import type { Process } from "../../model/process.ts";
import { nameOf } from "../../model/words.ts";
import { HeadwayLine } from "./HeadwayLine.tsx";
import { showNodes } from "./show.ts";

interface Props {
  readonly results: Results;
  /** The process that was run. */
  readonly process: Process;
}

/** What holds records up, the worst first. A click shows where. */
export function Bottlenecks({ results, process }: Props) {
  const { bottlenecks } = results;
  if (bottlenecks.length === 0) return <p className="results-empty">{noBottleneckWords(results)}</p>;
  return (
    <>
      <Proving />
      <ol className="bottlenecks" aria-label="Bottlenecks, the worst first">
        {bottlenecks.map((bottleneck) => (
          <li key={bottleneck.rank}>
            <Row bottleneck={bottleneck} process={process} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** Says that the list is still being proven by experiment, as long as it is. */
function Proving() {
  const proving = useApp(({ run }) => run.kind === "finished" && run.more?.asked.prove === true);
  return (
    <p className="results-dim bottlenecks-proving" role="status">
      {proving && (
        <>
          <Loader size={12} aria-hidden /> Running again with one more of each, to prove what would help most …{" "}
          <span aria-live="off">
            <HeadwayLine />
          </span>
        </>
      )}
    </p>
  );
}

function Row({ bottleneck, process }: { readonly bottleneck: Bottleneck; readonly process: Process }) {
  const { rank, team, system, step, steps, shareOfDelay, utilisation, proven, why } = bottleneck;
  const short = team ?? system ?? step;
  return (
    <UnstyledButton className="bottleneck" onClick={() => showNodes(steps)} onKeyDown={moveFocus}>
      <span className="bottleneck-rank">{rank}</span>
      <span className="bottleneck-text">
        <span className="bottleneck-name">
          {short === undefined ? "Unnamed" : nameOf(process, short)}
          <span className="results-dim">
            {team !== undefined ? "team" : system !== undefined ? "system" : "places"}
          </span>
          {proven && <span className="bottleneck-proven">proven</span>}
        </span>
        <span className="bottleneck-why">{unbroken(why)}</span>
      </span>
      <Bar title="of all delay" share={shareOfDelay} />
      <Bar title="load" share={utilisation} quiet />
    </UnstyledButton>
  );
}

interface BarProps {
  readonly title: string;
  readonly share: number;
  readonly quiet?: boolean;
}

/** A share as a bar and, since a bar alone tells too little, as a number. */
function Bar({ title, share, quiet = false }: BarProps) {
  return (
    <span className="share-bar" data-quiet={quiet || undefined}>
      <span className="share-bar-words">
        <b>{percent(share)}</b> {title}
      </span>
      <span className="share-bar-track">
        <span className="share-bar-fill" style={{ width: `${Math.min(1, Math.max(0, share)) * 100}%` }} />
      </span>
    </span>
  );
}

/** The arrow keys walk the list, as in any list of choices. */
function moveFocus(event: KeyboardEvent<HTMLButtonElement>): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const item = event.currentTarget.closest("li");
  const next = event.key === "ArrowDown" ? item?.nextElementSibling : item?.previousElementSibling;
  next?.querySelector("button")?.focus();
  event.preventDefault();
}
