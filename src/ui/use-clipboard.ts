import { useEffect } from "react";
import { pasteForeign, pasteText, selectedText } from "../app/clipboard.ts";
import { removeSelection } from "../app/draw.ts";

/** Answers the browser's own copy, cut and paste, which need no permission, unless a field or selected text has them. */
export function useClipboard(): void {
  useEffect(() => {
    const listeners = { copy: onCopy, cut: onCut, paste: onPaste } as const;
    for (const [kind, listener] of Object.entries(listeners))
      document.addEventListener(kind, listener as EventListener);
    return () => {
      for (const [kind, listener] of Object.entries(listeners))
        document.removeEventListener(kind, listener as EventListener);
    };
  }, []);
}

function onCopy(event: ClipboardEvent): boolean {
  const text = inText(event) ? undefined : selectedText();
  if (text === undefined) return false;
  event.clipboardData?.setData("text/plain", text);
  event.preventDefault();
  return true;
}

function onCut(event: ClipboardEvent): void {
  if (onCopy(event)) removeSelection();
}

function onPaste(event: ClipboardEvent): void {
  // The table has its own way to paste.
  if (event.defaultPrevented || inText(event)) return;
  const text = event.clipboardData?.getData("text/plain");
  if (!text) return;
  event.preventDefault();
  if (!pasteText(text)) void pasteForeign(text);
}

function inText({ target }: ClipboardEvent): boolean {
  if (window.getSelection()?.toString()) return true;
  return target instanceof Element && target.closest("input, textarea, [contenteditable], [role='dialog']") !== null;
}
