import type { Capacity } from "../analyse/capacity.ts";
import { hasErrors } from "../model/problem.ts";
import type { Process } from "../model/process.ts";
import { loadSimulator, meansTheSame } from "./run.ts";
import { useApp } from "./store.ts";

/** How long the process must have been left alone before its capacity is worked out, in milliseconds. */
const PAUSE = 700;

/**
 * Keeps up to date, from now on, what the process on screen can do at the most: known before any run. It is worked out
 * in a worker, some time after each edit that matters to it.
 */
export function watchCapacity(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let end = new AbortController();
  const look = async (process: Process) => {
    end = new AbortController();
    const { signal } = end;
    try {
      const { measureCapacity } = await loadSimulator();
      const is = await measureCapacity(process, signal);
      if (!signal.aborted) useApp.setState({ capacity: { of: process, is } });
    } catch {
      // It is only told in passing: a run tells what is wrong.
      if (!signal.aborted) useApp.setState({ capacity: undefined });
    }
  };
  const schedule = () => {
    const { problems, capacity } = useApp.getState();
    clearTimeout(timer);
    if (hasErrors(problems.list) || problems.of.nodes.length === 0) {
      if (capacity) useApp.setState({ capacity: undefined });
    } else if (!capacity || !meansTheSame(capacity.of, problems.of)) {
      timer = setTimeout(() => void look(problems.of), PAUSE);
    }
  };
  useApp.subscribe(({ problems }, before) => {
    if (problems === before.problems) return;
    end.abort();
    schedule();
  });
  schedule();
}

/** What the process on screen can do at the most; undefined while that is not known. */
export function useCapacity(): { readonly of: Process; readonly is: Capacity } | undefined {
  return useApp((state) => state.capacity);
}
