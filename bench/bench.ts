import { compile } from "../src/compile/compile.ts";
import { machineOf } from "../src/compile/machine.ts";
import type { Contender, Figures } from "./contender.ts";
import { bare } from "./contenders/bare.ts";
import { cpp } from "./contenders/cpp.ts";
import { simjs } from "./contenders/simjs.ts";
import { simpy } from "./contenders/simpy.ts";
import { simscript } from "./contenders/simscript.ts";
import { throughline } from "./contenders/throughline.ts";
import models from "./models.json" with { type: "json" };
import { type Model, processOf } from "./models.ts";
import { memoryFor, speedUp } from "./scale.ts";
import { utilisation, wait } from "./theory.ts";

const MODELS: Readonly<Record<string, Model>> = {
  "M/M/1": models.mm1 as unknown as Model,
  "M/M/3": models.mm3 as unknown as Model,
  "12-step CRM": models.crm as unknown as Model,
};
/** The first round warms everything up and is not counted. */
const ROUNDS = 6;
/** At half load waits scatter little: over so many records by about 2 %. */
const CHECK = { model: { ...(models.mm1 as unknown as Model), lambda: 0.5 }, records: 60_000, close: 0.07 };
/** Short runs begin with nobody inside, which takes a few per cent off the work done. */
const CLOSE = 0.06;

interface Score {
  readonly contender: Contender;
  /** Records in each second of CPU time, by round. */
  readonly speeds: number[];
  readonly figures: Figures[];
}

const seconds = (usage: NodeJS.CpuUsage) => (usage.user + usage.system) / 1e6;
const median = (list: readonly number[]) => list.toSorted((a, b) => a - b)[list.length >> 1]!;
const average = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0) / list.length;

const plain = cpp();
if (plain === undefined) console.log("There is no g++ here, so the comparison with C++ is left out.\n");
const python = simpy();
if (python === undefined)
  console.log("No Python here has SimPy, so it is left out; on Debian: apt-get install python3-simpy3\n");
const contenders = [throughline, bare, simjs, simscript, ...(python ? [python] : []), ...(plain ? [plain] : [])];
const scores = new Map(
  Object.keys(MODELS).map((name) => [
    name,
    contenders.map((contender): Score => ({ contender, speeds: [], figures: [] })),
  ]),
);

// Turn by turn, so that whatever else this machine does at the time hits all alike.
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, list] of scores) {
    for (const { contender, speeds, figures } of list) {
      const before = process.cpuUsage();
      const result = await contender.run(MODELS[name]!, round + 1, contender.records);
      const took = result.seconds ?? seconds(process.cpuUsage(before));
      figures.push(result);
      if (round > 0) speeds.push(contender.records / took);
    }
  }
}

for (const [name, list] of scores) {
  const model = MODELS[name]!;
  const theory = { wait: wait(model), utilisation: utilisation(model) };
  console.log(`${name}: median of ${ROUNDS - 1} rounds, CPU time`);
  const ours = median(list[0]!.speeds);
  print([
    ["", "records/s", "Throughline is", "waits", "busiest team"],
    ...list.map(({ contender, speeds, figures }) => [
      contender.name,
      Number(median(speeds).toPrecision(3)).toLocaleString("en"),
      contender === throughline ? "" : `${ratio(ours / median(speeds))} × as fast`,
      `${average(figures.map((each) => each.wait)).toFixed(2)} min`,
      percent(average(figures.map((each) => Math.max(...each.utilisation)))),
    ]),
    ["theory", "", "", theory.wait ? `${theory.wait.toFixed(2)} min` : "", percent(Math.max(...theory.utilisation))],
  ]);
  console.log();
  for (const { contender, figures } of list)
    for (const [i, expected] of theory.utilisation.entries())
      expectClose(
        `the share of its time that team ${i + 1} works in ${name}`,
        contender,
        average(figures.map((each) => each.utilisation[i]!)),
        expected,
        CLOSE,
      );
}

// A comparison of equals: all must run the same model, and get it right.
for (const contender of contenders) {
  const figures = await contender.run(CHECK.model, 1, CHECK.records);
  expectClose("waiting in M/M/1 at half load", contender, figures.wait, wait(CHECK.model)!, CHECK.close);
}

const [short, long] = [memoryFor(1_000_000), memoryFor(10_000_000)];
console.log(`Memory: ${short} MB for 1,000,000 records of the 12-step process, ${long} MB for 10,000,000.`);
if (long > short * 1.1) expected("to take no more memory for more records");
const { times, cores } = await speedUp();
console.log(`Replications by ${cores} threads are done ${ratio(times)} × as fast as by one, by the clock.`);

const crm = processOf("crm", MODELS["12-step CRM"]!);
const first = timed(() => compile(crm));
const later = median(Array.from({ length: 50 }, () => timed(() => compile(crm))));
const machine = median(Array.from({ length: 50 }, () => timed(() => machineOf(crm))));
console.log(
  `Compiling the 12-step process takes ${later.toFixed(2)} ms (${first.toFixed(2)} ms after all of the above for the first ` +
    `time), ${machine.toFixed(2)} ms of it for the machine.`,
);

function expectClose(what: string, { name }: Contender, is: number, expected: number, close: number): void {
  if (Math.abs(is / expected - 1) <= close) return;
  console.log(`${name} gets ${what} wrong: ${is.toFixed(3)} where theory says ${expected.toFixed(3)}.`);
  process.exitCode = 1;
}

function expected(what: string): void {
  console.log(`Throughline was expected ${what}.`);
  process.exitCode = 1;
}

function timed(work: () => unknown): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** To two digits, as people write it. */
function ratio(of: number): string {
  return Number(of.toPrecision(2)).toString();
}

function print(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  for (const row of rows)
    console.log(row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join("   "));
}
