import { expect, it } from "vitest";
import { linksOf } from "../../../src/layout/flows.ts";
import { routeNear } from "../../../src/layout/route/near.ts";
import { route } from "../../../src/layout/route/route.ts";
import { siteOf } from "../../../src/layout/route/site.ts";
import { flow, processOf, step } from "../../builders.ts";

const nodes = Array.from({ length: 60 }, (_, i) => step(`s${i}`, { x: i * 256, y: (i % 3) * 136 }));
const flows = nodes.slice(1).map(({ id }, i) => flow(`s${i}`, id));
const links = linksOf(processOf({ nodes, flows }));
const sites = nodes.map((node) => siteOf(node, node.x ?? 0, node.y ?? 0, "right"));
const bands = [{ y: -40, height: 500 }];
const lane = nodes.map(() => 0);

it("routes a few flows as if it had looked at all nodes, and no others", () => {
  const only = new Set([10, 11]);
  const near = routeNear(sites, links, bands, lane, { only });
  expect(near).toEqual(route(sites, links, bands, lane, { only }));
  expect(near.flatMap((line, i) => (line ? [i] : []))).toEqual([10, 11]);
});

it("routes nothing where nothing is asked for", () => {
  expect(routeNear(sites, links, bands, lane, { only: new Set() }).every((line) => line === undefined)).toBe(true);
});
