import { Button, UnstyledButton } from "@mantine/core";
import { IconAlertCircle, IconAlertTriangle, IconTool } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { mend } from "../../app/fix.ts";
import { jumpTo, jumpToFlow } from "../../app/selection.ts";
import { presentProcess, useApp } from "../../app/store.ts";
import { fixOf } from "../../model/fixes.ts";
import type { Problem } from "../../model/problem.ts";
import type { Process } from "../../model/process.ts";
import { nameOf } from "../../model/words.ts";
import "./problems.css";

/** How many problems are listed at first, and how many more are at a click: nobody reads a thousand at once. */
const SHOWN = 50;

const SEVERITIES = {
  error: { word: "Error", Icon: IconAlertCircle },
  warning: { word: "Warning", Icon: IconAlertTriangle },
} as const;

interface Props {
  readonly problems: readonly Problem[];
  /** The process that the problems were found in, where it can be mended here; left out, nothing is offered. */
  readonly of?: Process;
}

/** Problems in words, errors first; a click leads to the node or flow that each is about, another mends it where the mend is obvious. */
export function ProblemRows({ problems, of }: Props) {
  const [most, setMost] = useState(SHOWN);
  const inOrder = useMemo(() => problems.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]), [problems]);
  const more = Math.min(SHOWN, inOrder.length - most);
  return (
    <ul className="problems">
      {inOrder.slice(0, most).map((problem) => (
        <li key={`${problem.code} ${problem.path} ${problem.message}`}>
          <Row problem={problem} />
          {of !== undefined && <MendButton problem={problem} of={of} />}
        </li>
      ))}
      {more > 0 && (
        <li>
          <Button size="compact-sm" variant="subtle" className="problem-more" onClick={() => setMost(most + SHOWN)}>
            Show {more} more of {inOrder.length}
          </Button>
        </li>
      )}
    </ul>
  );
}

const RANK = { error: 0, warning: 1 } as const;

function Row({ problem }: { readonly problem: Problem }) {
  const { severity, message, mend } = problem;
  const { word, Icon } = SEVERITIES[severity];
  const where = useApp((state) => whereIs(problem, presentProcess(state)));
  const text = (
    <>
      <Icon size={16} className={`tone-${severity}`} aria-hidden />
      <span className="problem-text">
        <span className="problem-message">
          <span className={`problem-word tone-${severity}`}>{word}</span> {message}
        </span>
        <span className="problem-mend">{mend}</span>
        {where !== undefined && <span className="problem-place">{where}</span>}
      </span>
    </>
  );
  const jump = jumpOf(problem);
  return jump ? (
    <UnstyledButton className="problem" onClick={jump}>
      {text}
    </UnstyledButton>
  ) : (
    <div className="problem">{text}</div>
  );
}

function MendButton({ problem, of }: { readonly problem: Problem; readonly of: Process }) {
  const fix = fixOf(problem, of);
  const able = useApp((state) => !state.readOnly && presentProcess(state) === of);
  if (!fix) return null;
  return (
    <Button
      size="compact-xs"
      variant="light"
      className="problem-fix"
      leftSection={<IconTool size={13} aria-hidden />}
      disabled={!able}
      onClick={() => mend(fix)}
    >
      {fix.name}
    </Button>
  );
}

function jumpOf({ node, flow }: Problem): (() => void) | undefined {
  if (node !== undefined) return () => jumpTo(node);
  if (flow !== undefined) return () => jumpToFlow(flow);
  return undefined;
}

/** The name of the node or flow a problem is about, with its place in the file. */
function whereIs({ node, flow, path }: Problem, process: Parameters<typeof nameOf>[0]): string | undefined {
  const found = process.flows.find(({ id }) => id === flow);
  const name =
    node !== undefined
      ? nameOf(process, node)
      : found && `${nameOf(process, found.from)} → ${nameOf(process, found.to)}`;
  const parts = [name, path].filter((part) => part !== undefined && part !== "");
  return parts.length === 0 ? undefined : parts.join(" · ");
}
