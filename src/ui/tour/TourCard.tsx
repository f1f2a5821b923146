import { Button, CloseButton, Group } from "@mantine/core";
import { type CSSProperties, useEffect, useLayoutEffect, useRef, useState } from "react";
import { startRun } from "../../app/run.ts";
import { TOUR_STOPS, type Tour, useApp } from "../../app/store.ts";
import { goOn, improvementOf, leaveTour, startTour, tryImprovement } from "../../app/tour.ts";
import { type Box, CARD, placeOf, useAnchor } from "./anchor.ts";
import { WORDS } from "./stops.ts";
import styles from "./tour.module.css";

/** What the button does that goes on. */
const NEXT: Readonly<Record<Tour["stop"], (tour: Tour) => unknown>> = {
  offer: startTour,
  flow: goOn,
  run: startRun,
  bottleneck: goOn,
  improve: ({ before }) => (before === undefined ? tryImprovement() : goOn()),
  export: goOn,
};

/** The tour: a card that says what there is to see, and a frame around it. Nothing is covered that could be used. */
export function TourCard({ tour }: { readonly tour: Tour }) {
  const run = useApp((state) => state.run);
  const name = useApp((state) => improvementOf(state)?.name ?? "");
  const description = useApp((state) => improvementOf(state)?.description ?? "");
  const results = run.kind === "finished" ? run.results : undefined;
  const improvement = name === "" ? undefined : { name, description };
  const words = WORDS[tour.stop]({ tour, results, improvement });
  const box = useAnchor(words.at);
  const card = useRef<HTMLElement>(null);
  const place = usePlace(card, box, words.text);
  const moment = `${tour.stop} ${tour.before === undefined}`;
  useEffect(() => {
    // An offer is no reason to take the focus from anybody.
    if (!moment.startsWith("offer")) card.current?.querySelector<HTMLElement>("[data-next]")?.focus();
  }, [moment]);

  return (
    <>
      {box && tour.stop !== "offer" && <div className={styles.frame} style={box} aria-hidden />}
      <section ref={card} className={styles.card} style={place} aria-label="Tour">
        <Group justify="space-between" wrap="nowrap" align="center">
          <h2 className={styles.title}>{words.title}</h2>
          <CloseButton aria-label="Leave the tour" onClick={leaveTour} />
        </Group>
        <p className={styles.text} aria-live="polite">
          {words.text}
        </p>
        <Group justify="space-between" wrap="nowrap">
          <span className={styles.count}>{countOf(tour)}</span>
          <Group gap={8} wrap="nowrap">
            {tour.stop === "offer" && (
              <Button size="xs" variant="default" onClick={leaveTour}>
                Not now
              </Button>
            )}
            <Button
              size="xs"
              data-next
              loading={run.kind === "running" && tour.stop !== "flow"}
              onClick={() => void NEXT[tour.stop](tour)}
            >
              {words.next}
            </Button>
          </Group>
        </Group>
      </section>
    </>
  );
}

function countOf({ stop }: Tour): string {
  return stop === "offer" ? "" : `${TOUR_STOPS.indexOf(stop) + 1} of ${TOUR_STOPS.length}`;
}

/** Where the card goes, which depends on how high its words make it. */
function usePlace(card: { readonly current: HTMLElement | null }, box: Box | undefined, text: string): CSSProperties {
  const [place, setPlace] = useState({ left: 0, top: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words make another height
  useLayoutEffect(() => {
    const height = card.current?.offsetHeight ?? 0;
    const put = () => setPlace(placeOf(box, height, { width: window.innerWidth, height: window.innerHeight }));
    put();
    window.addEventListener("resize", put);
    return () => window.removeEventListener("resize", put);
  }, [card, box, text]);
  return { ...place, width: CARD.width };
}
