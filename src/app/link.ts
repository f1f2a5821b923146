import { showExport } from "./export.ts";
import { show } from "./files.ts";
import { say } from "./notice.ts";
import { presentProcess, useApp } from "./store.ts";

/** Brings what packs and unpacks links. */
export const loadLink = () => import("../io/link.ts");

/** Copies the address of this page with the whole process in it. One that is too large is offered as a file. */
export async function copyLink(): Promise<void> {
  const { linkOf, LONGEST_LINK } = await loadLink();
  const fragment = await linkOf(presentProcess(useApp.getState()));
  if (fragment.length > LONGEST_LINK) {
    say({
      tone: "bad",
      title: "The process is too large for a link",
      text: "Send the file instead: choose “Process file”.",
    });
    showExport();
    return;
  }
  const address = `${location.origin}${location.pathname}${location.search}#${fragment}`;
  try {
    await navigator.clipboard.writeText(address);
    say({
      tone: "good",
      title: "Link copied",
      text: "Whoever opens it sees the process and can make a copy. Nothing is stored anywhere.",
    });
  } catch {
    say({
      tone: "bad",
      title: "The link could not be copied",
      text: "The browser does not let this page write to the clipboard.",
    });
  }
}

/**
 * Opens the process that the page's address carries, to be looked at.
 *
 * @returns Whether it carries one, be it readable or not.
 */
export async function openLink(): Promise<boolean> {
  const { isLink, readLink } = await loadLink();
  const { hash } = location;
  if (!isLink(hash)) return false;
  await show("The link", await readLink(hash), {}, true);
  return useApp.getState().readOnly;
}

/** Follows links that are opened while the page is open, and forgets the address once a copy is made of what it carried. */
export function watchLink(): void {
  window.addEventListener("hashchange", () => void openLink());
  useApp.subscribe(({ readOnly }, before) => {
    if (before.readOnly && !readOnly && location.hash !== "")
      history.replaceState(history.state, "", `${location.pathname}${location.search}`);
  });
}
