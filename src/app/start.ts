import { watchCapacity } from "./capacity.ts";
import { EXAMPLES, FIRST_EXAMPLE, openExample } from "./examples.ts";
import { openKept } from "./files.ts";
import { watchFolds } from "./fold.ts";
import { openLink, watchLink } from "./link.ts";
import { watchProblems } from "./problems.ts";
import { bringBack, keepDocument, recentDocuments } from "./storage.ts";
import { useApp } from "./store.ts";
import { watchTabs } from "./tabs.ts";
import { offerTour, watchTour } from "./tour.ts";

/** Opens what the address carries, else what was worked on last, else the first example, and keeps it saved and looked over from then on. */
export async function start(): Promise<void> {
  await bringBack();
  if (!(await openLink())) await openLast();
  useApp.setState({ loaded: true });
  keepDocument();
  watchTabs();
  watchFolds();
  watchProblems();
  watchCapacity();
  watchLink();
  watchTour();
}

async function openLast(): Promise<void> {
  const { dialog } = useApp.getState();
  const [last] = await recentDocuments(1);
  if (last) await openKept(last.id);
  const opened = useApp.getState().place.id === last?.id;
  if (!opened && EXAMPLES.length > 0) await openExample(FIRST_EXAMPLE);
  if (!last && !dialog) offerTour();
  // What was wrong with a link is still to be read.
  if (dialog) useApp.setState({ dialog });
}
