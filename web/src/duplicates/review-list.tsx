import type { JSX } from "preact";
import { Button } from "../ui/button.tsx";
import { confirm } from "../ui/dialog.tsx";
import { useObservable } from "../ui/use-observable.ts";
import { count } from "../ui/words.ts";
import { Group } from "./group.tsx";
import type { Review, Shown } from "./review.ts";
import { suggested, verdictOn } from "./verdict.ts";

/** By which rules one is preferred, as the command line has them too. */
const RULES: readonly (readonly [rules: string, name: string])[] = [
  ["", "the largest picture"],
  ["favorite", "favorites"],
  ["oldest", "what was taken first"],
  ["richest", "what is known the most of"],
  ["upload", "uploads over external libraries"],
];

export function ReviewList({ review }: { review: Review }): JSX.Element | null {
  const shown = useObservable(review.shown);
  const rules = useObservable(review.rules);
  if (!shown) return null;
  if (shown.groups.length === 0) {
    return (
      <div class="empty">
        <h2>No duplicates</h2>
        <p>Photos that look the same are shown here, side by side.</p>
      </div>
    );
  }
  return (
    <>
      <div class="duplicates-bar">
        <span class="quiet">{count(shown.total, "group")}</span>
        <label>
          <span>Prefer</span>
          <select value={rules} onChange={(event) => void review.load(event.currentTarget.value)}>
            {RULES.map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <span class="spring" />
        <AcceptAll review={review} shown={shown} />
      </div>
      {shown.groups.map((group) => (
        <Group key={group.duplicateId + rules} group={group} review={review} />
      ))}
      {shown.next && <Button onClick={() => void review.more()}>Show more groups</Button>}
    </>
  );
}

/** Those that contradict each other are left for a closer look. */
function AcceptAll({ review, shown }: { review: Review; shown: Shown }): JSX.Element | null {
  const clear = shown.groups.filter(({ conflicts }) => conflicts.length === 0);
  if (clear.length === 0) return null;
  const accept = async () => {
    const verdicts = clear.map((group) => verdictOn(group, suggested(group)));
    const trashed = verdicts.reduce((sum, { trashAssetIds }) => sum + trashAssetIds.length, 0);
    const isSure = await confirm(
      `Resolve ${count(clear.length, "group")} as suggested?`,
      `${count(trashed, "photo")} move to the trash; those that stay get what was known of them. Each group can be undone for 30 days.`,
      `Resolve ${count(clear.length, "group")}`,
    );
    if (isSure) await review.resolve(verdicts);
  };
  return <Button onClick={() => void accept()}>Accept {clear.length.toString()} shown</Button>;
}
