import { Entity, Exponential, Queue, RandomVar, Simulation } from "simscript";
import type { Contender, Figures } from "../contender.ts";
import type { Model } from "../models.ts";

class Office extends Simulation {
  readonly model: Model;
  readonly lines: readonly Queue[];
  readonly teams: readonly Queue[];
  readonly work: readonly Exponential[];
  readonly chance: RandomVar;
  private readonly records: number;
  private readonly seed: number;

  constructor(model: Model, seed: number, records: number) {
    super();
    this.model = model;
    this.records = records;
    this.seed = seed;
    this.lines = model.teams.map((_, i) => new Queue(`line${i}`));
    this.teams = model.teams.map((people, i) => new Queue(`team${i}`, people));
    this.work = model.steps.map(([, mean], i) => new Exponential(mean, seed * 1000 + i));
    this.chance = new RandomVar(seed * 1000 + 998);
    // It would let the browser draw now and then.
    this.yieldInterval = Number.POSITIVE_INFINITY;
  }

  override onStarting(): void {
    super.onStarting();
    this.generateEntities(Lead, new Exponential(1 / this.model.lambda, this.seed * 1000 + 999), this.records);
  }
}

class Lead extends Entity<Office> {
  override async script(): Promise<void> {
    const { model, lines, teams, work, chance } = this.simulation;
    for (let step = 0; step >= 0; ) {
      const [team, , ways] = model.steps[step]!;
      const [line, people] = [lines[team], teams[team]];
      if (line && people) {
        this.enterQueueImmediately(line);
        await this.enterQueue(people);
        this.leaveQueue(line);
        await this.delay(work[step]!.sample());
        this.leaveQueue(people);
      } else await this.delay(work[step]!.sample());
      let way = 0;
      for (let left = ways.length > 1 ? chance.sample() : 0; way < ways.length - 1; way++) {
        left -= ways[way]![0];
        if (left < 0) break;
      }
      step = ways[way]![1];
    }
  }
}

/** simscript 1.0.37, whose queues keep mean, variance and extremes of lengths and of times. */
export const simscript: Contender = {
  name: "simscript",
  records: 4_000,
  run: async (model, seed, records): Promise<Figures> => {
    const office = new Office(model, seed, records);
    await new Promise<void>((resolve) => {
      office.finished.addEventListener(() => resolve());
      void office.start(true);
    });
    return {
      wait: office.lines.reduce((sum, { averageDwell, totalCount }) => sum + averageDwell * totalCount, 0) / records,
      utilisation: office.teams.map((team) => team.utilization),
    };
  },
};
