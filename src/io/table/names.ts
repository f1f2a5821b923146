import { isId } from "../../model/basics.ts";
import { slugOf } from "../../model/edit/ids.ts";
import { plainWords } from "./columns.ts";

/** Gives out ids that nothing else in the file has. */
export class Ids {
  private readonly taken = new Set<string>();
  /** The number that the next id of each slug tries first, so that a thousand rows of one name do not all begin at 1. */
  private readonly next = new Map<string, number>();

  /** Whether an id was free and may be one; it is taken from now on. */
  take(id: string): boolean {
    if (this.taken.has(id) || !isId(id)) return false;
    this.taken.add(id);
    return true;
  }

  /** A free id that reads like a name. */
  like(name: string): string {
    const slug = slugOf(name);
    for (let n = this.next.get(slug) ?? 1; ; n++) {
      const id = n === 1 ? slug : `${slug}-${n}`;
      if (!this.take(id)) continue;
      this.next.set(slug, n + 1);
      return id;
    }
  }
}

/** How names are compared: letters' size and spaces do not count. */
export function nameKey(name: string): string {
  return plainWords(name).normalize("NFC").toLowerCase();
}

/** A list that grows by the names that are asked for: the same name is the same entry. */
export class Named {
  readonly entries: { readonly id: string; readonly name: string }[] = [];
  private readonly byKey = new Map<string, string>();
  private readonly ids: Ids;

  constructor(ids: Ids) {
    this.ids = ids;
  }

  /** The id of the entry of that name, which is made if there is none. */
  id(name: string): string {
    const known = this.byKey.get(nameKey(name));
    if (known !== undefined) return known;
    const id = this.ids.like(name);
    this.byKey.set(nameKey(name), id);
    this.entries.push({ id, name });
    return id;
  }
}
