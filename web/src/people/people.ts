import {
  type Person,
  type Suggestion,
  acceptSuggestion,
  getActs,
  mergePeople,
  rejectSuggestion,
  undoAct,
  updatePerson,
} from "../api/people.ts";
import { tell } from "../news/news.ts";
import { notify, notifyError } from "../ui/toast.tsx";
import { keptOf, nameOf } from "./person.ts";

/** Makes one of two; returns who remains, or nothing when it did not work. */
export async function merge(one: Person, other: Person, after: () => void): Promise<Person | null> {
  const [kept, gone] = keptOf(one, other);
  const isDone = await tried(mergePeople(kept.id, gone.id));
  if (!isDone) return null;
  told("They are one person now", after);
  return kept;
}

export async function accept({ people: [one, other] }: Suggestion, after: () => void): Promise<void> {
  if (await tried(acceptSuggestion([one.id, other.id]))) told("They are one person now", after);
}

export async function reject({ people: [one, other] }: Suggestion, after: () => void): Promise<void> {
  if (!(await tried(rejectSuggestion([one.id, other.id])))) return;
  notify("They stay two people");
  after();
}

export async function hide(person: Person, isHidden: boolean, after: () => void): Promise<void> {
  if (!(await tried(updatePerson(person.id, { isHidden })))) return;
  const undo = () => void hide(person, !isHidden, after);
  notify(isHidden ? `${nameOf(person)} is hidden` : `${nameOf(person)} is shown again`, { label: "Undo", run: undo });
  after();
}

/** Merging can be taken back: it is the youngest merge in the journal. */
function told(text: string, after: () => void): void {
  notify(text, { label: "Undo", run: () => void undoMerge(after) });
  changed(after);
}

async function undoMerge(after: () => void): Promise<void> {
  const undo = getActs().then((acts) => {
    const merged = acts.find(({ act, undone }) => act === "merge" && !undone);
    return merged && undoAct(merged.number);
  });
  if (await tried(undo)) changed(after);
}

/** Timelines of people show other photos now. */
function changed(after: () => void): void {
  tell({ kind: "prepared" });
  after();
}

async function tried(action: Promise<unknown>): Promise<boolean> {
  return action.then(
    () => true,
    (error: unknown) => {
      notifyError(error);
      return false;
    },
  );
}
