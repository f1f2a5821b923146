// The same yardstick as contenders/bare.ts in C++: lines in front of teams, exponential times, chances; waiting and work
// are counted, and nothing else. Reads the model from standard input:
//   lambda teams people… steps (team mean ways (share to)…)…
// and is called with a seed and how many records. Prints CPU seconds, waiting minutes by record, utilisation by team.
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <utility>
#include <vector>

struct Step {
  int team;
  double mean;
  std::vector<std::pair<double, int>> ways;
};
struct Event {
  double time;
  int who;
};
struct Record {
  int step;
  int behind;
  double since;
};

// sfc32 (Doty-Humphrey).
static uint32_t a, b = 0x9e3779b9u, c = 0x243f6a88u, d = 1;
static inline uint32_t word() {
  const uint32_t t = a + b + d++;
  a = b ^ (b >> 9);
  b = c + (c << 3);
  c = ((c << 21) | (c >> 11)) + t;
  return t;
}
static inline double share() { return (word() + 0.5) * 0x1p-32; }

static std::vector<Event> agenda;
static void plan(double time, int who) {
  agenda.push_back({time, who});
  size_t at = agenda.size() - 1;
  for (; at > 0; at = (at - 1) / 2) {
    const Event &parent = agenda[(at - 1) / 2];
    if (parent.time <= time) break;
    agenda[at] = parent;
  }
  agenda[at] = {time, who};
}
static void drop() {
  const Event last = agenda.back();
  agenda.pop_back();
  const size_t size = agenda.size();
  if (size == 0) return;
  size_t at = 0;
  for (size_t child = 1; child < size; child = 2 * at + 1) {
    if (child + 1 < size && agenda[child + 1].time < agenda[child].time) child++;
    if (agenda[child].time >= last.time) break;
    agenda[at] = agenda[child];
    at = child;
  }
  agenda[at] = last;
}

int main(int, char **arguments) {
  a = static_cast<uint32_t>(atoi(arguments[1]));
  const long records = atol(arguments[2]);
  double lambda;
  size_t teams, count;
  if (scanf("%lf %zu", &lambda, &teams) != 2) return 1;
  std::vector<int> people(teams);
  for (int &size : people)
    if (scanf("%d", &size) != 1) return 1;
  if (scanf("%zu", &count) != 1) return 1;
  std::vector<Step> steps(count);
  for (Step &step : steps) {
    size_t ways;
    if (scanf("%d %lf %zu", &step.team, &step.mean, &ways) != 3) return 1;
    step.ways.resize(ways);
    double below = 0;
    for (auto &[share, to] : step.ways) {
      if (scanf("%lf %d", &share, &to) != 2) return 1;
      share = below += share;
    }
  }

  const clock_t started = clock();
  for (int i = 0; i < 20; i++) word();
  std::vector<int> free = people, first(teams, -1), last(teams, -1);
  std::vector<double> busy(teams, 0);
  std::vector<Record> inside;
  int spare = -1;
  double now = 0, waited = 0;

  const auto begin = [&](int who, int team) {
    const double minutes = -std::log(share()) * steps[inside[who].step].mean;
    if (team >= 0) {
      free[team]--;
      busy[team] += minutes;
    }
    plan(now + minutes, who);
  };
  const auto reach = [&](int who, int step) {
    const int team = steps[step].team;
    inside[who].step = step;
    if (team < 0 || free[team] > 0) return begin(who, team);
    inside[who].since = now;
    inside[who].behind = -1;
    if (last[team] < 0) first[team] = who;
    else inside[last[team]].behind = who;
    last[team] = who;
  };

  long arrived = 0;
  plan(-std::log(share()) / lambda, -1);
  while (!agenda.empty()) {
    now = agenda[0].time;
    int who = agenda[0].who;
    drop();
    if (who < 0) {
      if (++arrived < records) plan(now - std::log(share()) / lambda, -1);
      if (spare >= 0) {
        who = spare;
        spare = inside[who].behind;
      } else {
        who = static_cast<int>(inside.size());
        inside.push_back({});
      }
      reach(who, 0);
      continue;
    }
    const Step &step = steps[inside[who].step];
    if (step.team >= 0) {
      free[step.team]++;
      const int next = first[step.team];
      if (next >= 0) {
        first[step.team] = inside[next].behind;
        if (inside[next].behind < 0) last[step.team] = -1;
        waited += now - inside[next].since;
        begin(next, step.team);
      }
    }
    size_t way = 0;
    if (step.ways.size() > 1)
      for (const double chance = share(); way < step.ways.size() - 1 && chance >= step.ways[way].first;) way++;
    const int on = step.ways[way].second;
    if (on >= 0) reach(who, on);
    else {
      inside[who].behind = spare;
      spare = who;
    }
  }
  printf("%.9g %.9g", static_cast<double>(clock() - started) / CLOCKS_PER_SEC, waited / records);
  for (size_t i = 0; i < teams; i++) printf(" %.9g", busy[i] / (now * people[i]));
  printf("\n");
}
