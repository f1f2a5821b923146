import { capacityOf } from "../analyse/capacity.ts";
import { recordingOf } from "../analyse/recording.ts";
import type { Results } from "../analyse/results.ts";
import { planComparison } from "../experiment/compare.ts";
import { carryOutBy } from "../experiment/crew.ts";
import { historyOf, type Logged } from "../experiment/history.ts";
import { programOf } from "../experiment/jobs.ts";
import { planRun } from "../experiment/run.ts";
import { workers } from "./crew.ts";
import { memoryOf } from "./memory.ts";
import type { RunProgress, RunReply, RunRequest } from "./protocol.ts";

const reply = (message: RunReply) => self.postMessage(message);
/** What is told of columns is handed over, not copied: nobody needs it here any longer. */
const handOver = (message: RunReply) => self.postMessage(message, { transfer: [...memoryOf(message)] });
const enough = new AbortController();
let found = false;
/** Tells what the run under way wrote down, once it has; the first time only. */
let tellRecording = () => {};
/** Until when the page opens what was found, undisturbed: what is to be seen comes before what is to be proven. */
let opened: Promise<void> | undefined;
/** Ends that, once it is on screen. */
let open = () => {};

/** As long as that is waited for, in milliseconds: a page that nobody looks at has no frames to open anything in. */
const OPENING = 1000;

const opening = () =>
  new Promise<void>((pass) => {
    open = pass;
    setTimeout(pass, OPENING);
  });

/** A page that is told of every thousandth has no time for anything else. */
const PAUSE = 100;

/** Tells of progress no more often than people can read it. */
function teller(): (progress: RunProgress) => void {
  let last = Number.NEGATIVE_INFINITY;
  let stage: RunProgress["stage"] | undefined;
  return (progress) => {
    const now = performance.now();
    if (now - last < PAUSE && progress.stage === stage) return;
    last = now;
    stage = progress.stage;
    reply({ kind: "progress", progress });
  };
}

type Answers = { readonly [K in RunRequest["kind"]]: (request: Extract<RunRequest, { readonly kind: K }>) => unknown };

// All the thinking is done elsewhere; this file only carries messages.
const ANSWERS: Answers = {
  run: async ({ process, options, record }) => {
    let log: Logged | undefined;
    const onLog = (logged: Logged) => {
      log = logged;
    };
    tellRecording = () => {
      if (log) handOver({ kind: "recorded", recording: recordingOf(historyOf(process, log)) });
      log = undefined;
    };
    const onFound = (results: Results) => {
      found = true;
      reply({ kind: "found", results });
      opened = opening();
    };
    const plan = planRun(process, options, { onProgress: teller(), onFound, ...(record ? { onLog } : {}) });
    const crew = { ...workers(enough.signal), ready: async () => opened };
    const result = await carryOutBy(crew, plan);
    reply({ kind: "ended", result });
    // What ended is opened undisturbed, too, unless somebody asks for the recording.
    await opening();
    tellRecording();
  },
  // Once the plain run is over there is nothing to cut short: experiments are ended with the worker.
  enough: () => !found && enough.abort(),
  opened: () => open(),
  record: () => tellRecording(),
  capacity: ({ process }) => reply({ kind: "capacity", capacity: capacityOf(process, programOf(process)) }),
  compare: async ({ process, options }) => {
    const plan = planComparison(process, undefined, options, teller());
    reply({ kind: "compared", result: await carryOutBy(workers(), plan) });
  },
};

self.onmessage = async ({ data: request }: MessageEvent<RunRequest>) => {
  try {
    await (ANSWERS[request.kind] as (request: RunRequest) => unknown)(request);
  } catch (error) {
    reply({ kind: "broke", message: String(error) });
  }
};
