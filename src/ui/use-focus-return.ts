import { useEffect } from "react";
import { useApp } from "../app/store.ts";

/** Gives the focus back to what had it before a dialog opened, once no dialog is open and nothing else has taken it. */
export function useFocusReturn(): void {
  useEffect(() => {
    let before: Element | null = null;
    return useApp.subscribe(({ dialog }, { dialog: last }) => {
      if (dialog && !last) before = document.activeElement;
      if (dialog || !last) return;
      const back = before;
      // The dialog is still there, and lets go of the focus when it goes.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          const free = document.activeElement === document.body || document.activeElement === null;
          if (free && back instanceof HTMLElement && back.isConnected) back.focus({ preventScroll: true });
        }),
      );
    });
  }, []);
}
