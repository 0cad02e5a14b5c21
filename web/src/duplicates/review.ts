import {
  type DuplicateGroup,
  type Preview,
  type Verdict,
  getDuplicates,
  getResolutions,
  previewVerdicts,
  resolveDuplicates,
  undoResolution,
} from "../api/duplicates.ts";
import { listen, tell } from "../news/news.ts";
import { Observable } from "../ui/observable.ts";
import { Throttle } from "../ui/throttle.ts";
import { notify, notifyError } from "../ui/toast.tsx";
import { count } from "../ui/words.ts";
import { shortfallOf } from "./merge.ts";
import { type Kept, suggested, verdictOn } from "./verdict.ts";

const PAGE = 20;
const COUNT_EVERY = 10_000;

/** What the reader sees of the groups. */
export interface Shown {
  readonly total: number;
  readonly groups: readonly DuplicateGroup[];
  readonly next: string | null;
}

/** The duplicate groups that are still to be judged, as far as the reader has come. */
export class Review {
  readonly shown = new Observable<Shown | null>(null);
  readonly previews = new Observable<ReadonlyMap<string, Preview>>(new Map());
  readonly rules = new Observable("");
  readonly #choices = new Map<string, Kept>();
  #turn = 0;

  /** Starts from the first page, by other rules if any are given. */
  async load(rules = this.rules.value): Promise<void> {
    this.rules.set(rules);
    this.shown.set(null);
    this.previews.set(new Map());
    this.#choices.clear();
    await this.#append(null);
  }

  async more(): Promise<void> {
    const next = this.shown.value?.next;
    if (next) await this.#append(next);
  }

  /** Groups may be resolved while more are on their way. */
  async #append(after: string | null): Promise<void> {
    const turn = ++this.#turn;
    try {
      const { total, next, groups } = await getDuplicates(this.rules.value, after, PAGE);
      if (turn !== this.#turn) return;
      this.shown.set({ total, next, groups: [...(this.shown.value?.groups ?? []), ...groups] });
      if (groups.length > 0)
        this.#show(await previewVerdicts(groups.map((group) => verdictOn(group, suggested(group)))));
    } catch (error) {
      notifyError(error);
    }
  }

  /** Shows what another choice would do. */
  async choose(group: DuplicateGroup, kept: Kept): Promise<void> {
    this.#choices.set(group.duplicateId, kept);
    try {
      const seen = await previewVerdicts([verdictOn(group, kept)]);
      if (this.#choices.get(group.duplicateId) === kept) this.#show(seen);
    } catch (error) {
      notifyError(error);
    }
  }

  #show(seen: readonly Preview[]): void {
    this.previews.set(
      new Map([...this.previews.value, ...seen.map((preview) => [preview.duplicateId, preview] as const)]),
    );
  }

  /** Carries the verdicts out; groups that could not be resolved stay, and it is said why. */
  async resolve(verdicts: readonly Verdict[]): Promise<void> {
    try {
      const outcomes = await resolveDuplicates(verdicts);
      const done = new Set(outcomes.filter(({ success }) => success).map(({ id }) => id));
      const refused = outcomes.find(({ success }) => !success);
      this.#drop(done);
      const resolved = verdicts.filter(({ duplicateId }) => done.has(duplicateId));
      const trashed = resolved.flatMap(({ trashAssetIds }) => trashAssetIds);
      if (trashed.length > 0) tell({ kind: "trashed", ids: trashed });
      if (refused) notifyError(refused.errorMessage ?? "The group is not there any more: load the page again");
      else
        notify(
          resolvedText(trashed.length),
          undoOf(resolved, () => this.load()),
        );
      if (this.shown.value?.groups.length === 0) await this.load();
    } catch (error) {
      notifyError(error);
    }
  }

  #drop(done: ReadonlySet<string>): void {
    const now = this.shown.value;
    if (!now) return;
    const groups = now.groups.filter(({ duplicateId }) => !done.has(duplicateId));
    this.shown.set({ ...now, groups, total: now.total - done.size });
  }
}

const resolvedText = (trashed: number) =>
  trashed === 0 ? "Kept: they are no duplicates" : `${count(trashed, "duplicate")} moved to the trash`;

/** Many at once are undone one by one, in the list of what was decided. */
function undoOf(resolved: readonly Verdict[], done: () => Promise<void>) {
  const [only, ...others] = resolved;
  if (!only || others.length > 0) return null;
  const run = async () => {
    try {
      const latest = await getResolutions(null, PAGE);
      const found = latest.find(({ duplicateId, undone }) => duplicateId === only.duplicateId && !undone);
      if (found) await undo(found.number);
      await done();
    } catch (error) {
      notifyError(error);
    }
  };
  return { label: "Undo", run: () => void run() };
}

/** Undoes a resolution, and says what of it stays. */
export async function undo(number: number): Promise<void> {
  const undone = await undoResolution(number);
  if (undone.restored.length > 0) tell({ kind: "restored", ids: undone.restored });
  const shortfall = shortfallOf(undone);
  notify(shortfall ? `Undone, but ${shortfall}` : "Undone");
}

/** How many groups wait to be judged, for the header. */
export const waiting = new Observable(0);

/** Keeps count while somebody is there; returns the way to stop. */
export function countWaiting(): () => void {
  const ask = new Throttle(
    () =>
      void getDuplicates("", null, 1).then(
        ({ total }) => waiting.set(total),
        () => undefined,
      ),
    COUNT_EVERY,
  );
  ask.now();
  return listen(({ kind }) => kind !== "preparing" && kind !== "changed" && ask.soon());
}
