interface Request {
  done<A>(callback: (argument: A) => void, context?: object, argument?: A): this;
}

export interface Facility {
  usage(): number;
  queueStats(): { readonly durationSeries: { average(): number; count(): number } };
}

export interface Random {
  random(): number;
  exponential(rate: number): number;
}

/** Who waits for teams and for time to pass. */
export interface Entity {
  setTimer(minutes: number): Request;
  useFacility(facility: Facility, minutes: number): Request;
}

interface Simulation {
  time(): number;
  addEntity<A>(entity: new () => Entity & { start(argument: A): void }, name: string, argument: A): void;
  simulate(end: number, events: number): boolean;
}

/** As much of simjs as the benchmark uses; it comes without types. */
interface Library {
  readonly Sim: new () => Simulation;
  readonly Entity: new () => Entity;
  readonly Facility: (new (name: string, discipline: number, servers: number) => Facility) & { readonly FCFS: number };
  readonly Random: new (seed: number) => Random;
}

// simjs hands itself over to a browser's window, and to nothing else.
const page: { readonly Sim?: Library } = {};
Object.assign(globalThis, { window: page });
// @ts-expect-error It has no types.
await import("simjs");
Reflect.deleteProperty(globalThis, "window");
if (page.Sim === undefined) throw new Error("simjs did not hand itself over");

/** The library. */
export const library: Library = page.Sim;
