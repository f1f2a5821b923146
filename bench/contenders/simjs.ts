import type { Contender } from "../contender.ts";
import type { Model } from "../models.ts";
import { type Facility, library, type Random } from "./simjs-library.ts";

interface Order {
  readonly model: Model;
  readonly random: Random;
  readonly facilities: readonly Facility[];
  readonly records: number;
}

/** All records are the business of one entity: an entity for each would cost much more. */
class Desk extends library.Entity {
  private order!: Order;
  private arrived = 0;

  start(order: Order): void {
    this.order = order;
    this.next();
  }

  private next(): void {
    if (this.arrived === this.order.records) return;
    this.setTimer(this.order.random.exponential(this.order.model.lambda)).done(this.arrive);
  }

  private arrive(): void {
    this.arrived++;
    this.work(0);
    this.next();
  }

  private work(step: number): void {
    const { model, random, facilities } = this.order;
    const [team, mean] = model.steps[step]!;
    const minutes = random.exponential(1 / mean);
    const facility = facilities[team];
    // biome-ignore lint/correctness/useHookAtTopLevel: this is no hook of React.
    const request = facility ? this.useFacility(facility, minutes) : this.setTimer(minutes);
    request.done<number>(this.goOn, this, step);
  }

  /** @param step - simjs does not hand on a 0. */
  private goOn(step = 0): void {
    const ways = this.order.model.steps[step]![2];
    let chance = ways.length > 1 ? this.order.random.random() : 0;
    for (const [share, to] of ways) {
      chance -= share;
      if (chance < 0) {
        if (to >= 0) this.work(to);
        return;
      }
    }
  }
}

/** simjs 2.0.3, whose facilities keep mean, variance and extremes of queue lengths and of waiting times. */
export const simjs: Contender = {
  name: "simjs",
  records: 30_000,
  run: (model, seed, records) => {
    const sim = new library.Sim();
    const facilities = model.teams.map((people, i) => new library.Facility(`team${i}`, library.Facility.FCFS, people));
    sim.addEntity(Desk, "desk", { model, random: new library.Random(seed), facilities, records });
    sim.simulate(Number.MAX_VALUE, Number.MAX_VALUE);
    const waited = facilities.map((facility) => facility.queueStats().durationSeries);
    return {
      wait: waited.reduce((sum, series) => sum + series.average() * series.count(), 0) / records,
      utilisation: facilities.map((facility, i) => facility.usage() / (sim.time() * model.teams[i]!)),
    };
  },
};
