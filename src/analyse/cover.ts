/** Work that any of several teams can do. */
export interface Demand {
  /** What it asks for in a minute, in minutes of people. */
  readonly work: number;
  /** Places of the teams that can do it, in `capacities`. */
  readonly teams: readonly number[];
}

/** Up to this many teams that cover for each other, every group of them is looked at. */
const GROUP = 12;

/**
 * How busy teams are that cover for each other, when work is spread as evenly as covering allows.
 *
 * The group of teams that is shortest is that with the most work that only it can do, for its people (Hall's condition
 * for flows); its teams are equally busy. Without it, the next; and so on.
 *
 * @param capacities - By team: people on shift, averaged over time.
 * @returns By team, work over capacity: above 1 where it cannot all be done.
 */
export function spreadLoads(capacities: readonly number[], demands: readonly Demand[]): readonly number[] {
  const loads = capacities.map(() => 0);
  for (const teams of clusters(capacities.length, demands)) {
    let left = teams;
    let asked = demands.filter((demand) => demand.teams.some((team) => teams.includes(team)));
    while (left.length > 0) {
      const { group, load } = shortest(left, capacities, asked);
      for (const team of group) loads[team] = load;
      left = left.filter((team) => !group.includes(team));
      asked = asked.filter((demand) => !only(demand, group)).map((demand) => without(demand, group));
    }
  }
  return loads;
}

const only = ({ teams }: Demand, group: readonly number[]) => teams.every((team) => group.includes(team));
const without = ({ work, teams }: Demand, group: readonly number[]): Demand => ({
  work,
  teams: teams.filter((team) => !group.includes(team)),
});

/** Teams that are bound to each other by work that they share. */
function clusters(count: number, demands: readonly Demand[]): readonly (readonly number[])[] {
  let found: (readonly number[])[] = Array.from({ length: count }, (_, team) => [team]);
  for (const { teams } of demands) {
    const bound = found.filter((cluster) => cluster.some((team) => teams.includes(team)));
    if (bound.length > 1) found = [...found.filter((cluster) => !bound.includes(cluster)), bound.flat()];
  }
  return found;
}

function shortest(teams: readonly number[], capacities: readonly number[], demands: readonly Demand[]) {
  let worst = { group: teams, load: -1 };
  for (const group of groups(teams)) {
    const capacity = group.reduce((sum, team) => sum + capacities[team]!, 0);
    const work = demands.reduce((sum, demand) => (only(demand, group) ? sum + demand.work : sum), 0);
    const load = work === 0 ? 0 : work / capacity;
    if (load > worst.load) worst = { group, load };
  }
  return worst;
}

function groups(teams: readonly number[]): readonly (readonly number[])[] {
  if (teams.length > GROUP) return [...teams.map((team) => [team]), teams];
  return Array.from({ length: (1 << teams.length) - 1 }, (_, bits) =>
    teams.filter((_team, i) => ((bits + 1) >> i) & 1),
  );
}
