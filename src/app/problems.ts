import type { Problem } from "../model/problem.ts";
import { validate } from "../model/validate.ts";
import { whenIdle } from "./idle.ts";
import { processToRun, useApp } from "./store.ts";

/** How long the process must have been left alone before it is looked over, in milliseconds. */
const PAUSE = 120;

/** How long it may then still wait until the page has nothing better to do, in milliseconds. */
const WAIT = 500;

/**
 * What is wrong with the process on screen, in words. It is worked out shortly after each edit, never during one,
 * so for some milliseconds the list may be that of the process before the edit.
 */
export function useProblems(): readonly Problem[] {
  return useApp((state) => state.problems.list);
}

/**
 * Keeps the list of problems up to date from now on.
 *
 * @returns A function that stops it.
 */
export function watchProblems(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let callOff = () => {};
  const look = () => {
    const process = processToRun(useApp.getState());
    useApp.setState({ problems: { of: process, list: validate(process) } });
  };
  const stop = useApp.subscribe((state, before) => {
    const process = processToRun(state);
    if (process === processToRun(before) || process === state.problems.of) return;
    clearTimeout(timer);
    callOff();
    timer = setTimeout(() => {
      callOff = whenIdle(look, WAIT);
    }, PAUSE);
  });
  look();
  return () => {
    clearTimeout(timer);
    callOff();
    stop();
  };
}
