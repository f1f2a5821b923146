import Dexie, { type EntityTable } from "dexie";

/** A document as the browser keeps it. */
export interface Kept {
  readonly id: string;
  readonly name: string;
  /** The document as the text of its file, so that a later version of the app reads it like any other file. */
  readonly text: string;
  /** When it was written last, in milliseconds since 1970. */
  readonly savedAt: number;
}

/** A document as it was at some time. */
export interface KeptVersion {
  readonly n: number;
  /** The document's id. */
  readonly id: string;
  readonly text: string;
  /** When it was like this, in milliseconds since 1970. */
  readonly at: number;
}

class Shelf extends Dexie {
  documents!: EntityTable<Kept, "id">;
  versions!: EntityTable<KeptVersion, "n">;

  constructor() {
    super("throughline");
    this.version(1).stores({ documents: "id, savedAt" });
    this.version(2).stores({ documents: "id, savedAt", versions: "++n, [id+at]" });
  }
}

/** The browser's database of documents and of how they were before. */
export const shelf = new Shelf();
