import { fileSave } from "browser-fs-access";

/** Puts a text on the clipboard. */
export async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

/** Saves a text as a file. */
export async function saveText(text: string, name: string, type: string): Promise<void> {
  await saveBlob(new Blob([text], { type }), name);
}

/** Saves what is in memory as a file; dismissing the dialog is no error. */
export async function saveBlob(blob: Blob, fileName: string): Promise<void> {
  try {
    await fileSave(blob, { fileName, extensions: [fileName.slice(fileName.lastIndexOf("."))] });
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "AbortError")) throw error;
  }
}
