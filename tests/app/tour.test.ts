// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import { TOUR_STOPS, useApp } from "../../src/app/store.ts";
import { goOn, leaveTour, offerTour, watchTour } from "../../src/app/tour.ts";
import { placeOf } from "../../src/ui/tour/anchor.ts";

const stop = () => useApp.getState().tour?.stop;

beforeEach(() => {
  localStorage.clear();
  useApp.setState({ tour: undefined, run: { kind: "none" } });
});

describe("the tour", () => {
  it("is offered to whoever is new, and not again once it was turned down", () => {
    offerTour();
    expect(stop()).toBe("offer");
    leaveTour();
    expect(stop()).toBeUndefined();
    offerTour();
    expect(stop()).toBeUndefined();
  });

  it("goes from stop to stop, and ends after the last", () => {
    useApp.setState({ tour: { stop: "flow" } });
    const seen = TOUR_STOPS.map(() => {
      const now = stop();
      goOn();
      return now;
    });
    expect(seen).toEqual(["flow", "run", "bottleneck", "improve", "export"]);
    expect(stop()).toBeUndefined();
  });

  it("goes on by itself when the run that it asked for is finished, and only then", () => {
    watchTour();
    useApp.setState({ tour: { stop: "run" } });
    useApp.setState({ run: { kind: "running", cancel: () => {} } });
    expect(stop()).toBe("run");
    useApp.setState({ run: { kind: "none" } });
    expect(stop()).toBe("run");
    useApp.setState({ run: { kind: "running", cancel: () => {} } });
    useApp.setState({ run: { kind: "finished" } as never });
    expect(stop()).toBe("bottleneck");
  });
});

describe("the offer of a tour", () => {
  it("goes away once somebody runs a process of their own accord, and may come back at the next visit", () => {
    watchTour();
    offerTour();
    useApp.setState({ run: { kind: "running", cancel: () => {} } });
    expect(stop()).toBeUndefined();
    useApp.setState({ run: { kind: "none" } });
    offerTour();
    expect(stop()).toBe("offer");
  });
});

describe("the card of the tour", () => {
  const view = { width: 1280, height: 800 };

  it("stands below what it points at, where there is room", () => {
    expect(placeOf({ left: 600, top: 10, width: 80, height: 30 }, 150, view)).toEqual({ left: 470, top: 52 });
  });

  it("stands above it where there is none below, and keeps to the window", () => {
    expect(placeOf({ left: 1200, top: 700, width: 60, height: 90 }, 150, view)).toEqual({ left: 924, top: 538 });
  });

  it("stands inside of what fills the window, and in the corner where it points at nothing", () => {
    expect(placeOf({ left: 0, top: 0, width: 1280, height: 800 }, 150, view)).toEqual({ left: 924, top: 634 });
    expect(placeOf(undefined, 150, view)).toEqual({ left: 924, top: 634 });
  });
});
