"""The benchmark models in SimPy: a process for each record, a resource for each team. Called with a seed and how many
records; reads the model as JSON. Prints CPU seconds, waiting minutes by record, utilisation by team."""

import json
import random
import sys
import time

import simpy

model = json.load(sys.stdin)
draw = random.Random(int(sys.argv[1]))
records = int(sys.argv[2])
steps = model["steps"]

started = time.process_time()
env = simpy.Environment()
teams = [simpy.Resource(env, people) for people in model["teams"]]
busy = [0.0] * len(teams)
waited = 0.0


def life():
    global waited
    at = 0
    while at >= 0:
        team, mean, ways = steps[at]
        minutes = draw.expovariate(1 / mean)
        if team < 0:
            yield env.timeout(minutes)
        else:
            with teams[team].request() as people:
                since = env.now
                yield people
                waited += env.now - since
                busy[team] += minutes
                yield env.timeout(minutes)
        chance = draw.random() if len(ways) > 1 else 0
        for share, to in ways:
            at = to
            chance -= share
            if chance < 0:
                break


def arrivals():
    for _ in range(records):
        yield env.timeout(draw.expovariate(model["lambda"]))
        env.process(life())


env.process(arrivals())
env.run()
shares = [area / (env.now * team.capacity) for area, team in zip(busy, teams)]
print(time.process_time() - started, waited / records, *shares)
