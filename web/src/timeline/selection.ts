import { Observable } from "../ui/observable.ts";
import { assetsBetween } from "./neighbours.ts";
import type { Timeline } from "./timeline.ts";

/** The assets that the next action will be about. */
export class Selection {
  readonly ids = new Observable<ReadonlySet<string>>(new Set());
  #last: string | null = null;

  toggle(id: string): void {
    const ids = new Set(this.ids.value);
    if (!ids.delete(id)) ids.add(id);
    this.#last = ids.has(id) ? id : null;
    this.ids.set(ids);
  }

  /** Selects everything from the asset selected last up to this one. */
  async extend(timeline: Timeline, id: string): Promise<void> {
    if (this.#last === null) return this.toggle(id);
    const between = await assetsBetween(timeline, this.#last, id);
    this.#last = id;
    this.ids.set(new Set([...this.ids.value, ...between.map((asset) => asset.id)]));
  }

  /** Selects all of them, or none of them when all were. */
  toggleAll(ids: readonly string[]): void {
    const selected = new Set(this.ids.value);
    const all = ids.every((id) => selected.has(id));
    for (const id of ids) all ? selected.delete(id) : selected.add(id);
    this.#last = null;
    this.ids.set(selected);
  }

  clear(): void {
    this.#last = null;
    if (this.ids.value.size > 0) this.ids.set(new Set());
  }
}
