import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { DuplicateGroup } from "../api/duplicates.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icons.tsx";
import { useObservable } from "../ui/use-observable.ts";
import { bytes, count } from "../ui/words.ts";
import { Candidate } from "./candidate.tsx";
import { Gains } from "./gains.tsx";
import { conflictText } from "./merge.ts";
import type { Review } from "./review.ts";
import { type Kept, everything, freedBy, suggested, toggled, verdictOn } from "./verdict.ts";

/** One group, side by side, with what keeping which of its assets would do. */
export function Group({ group, review }: { group: DuplicateGroup; review: Review }): JSX.Element {
  const [kept, setKept] = useState<Kept>(() => suggested(group));
  const [isBusy, setBusy] = useState(false);
  const preview = useObservable(review.previews).get(group.duplicateId);
  const leaving = group.assets.length - kept.size;

  const choose = (id: string) => {
    const next = toggled(kept, id);
    setKept(next);
    void review.choose(group, next);
  };
  const resolve = async (chosen: Kept) => {
    setBusy(true);
    await review.resolve([verdictOn(group, chosen)]);
    setBusy(false);
  };
  return (
    <section class="duplicate-group" aria-label={`Group of ${count(group.assets.length, "photo")}`}>
      {group.conflicts.length > 0 && (
        <p class="conflicts">
          <Icon name="alert" />
          <span>Perhaps no duplicates: {group.conflicts.map(conflictText).join("; ")}</span>
        </p>
      )}
      <div class="candidates">
        {group.assets.map((asset, index) => (
          <Candidate
            key={asset.id}
            asset={asset}
            isKept={kept.has(asset.id)}
            reason={index === 0 ? group.reason : ""}
            onToggle={() => choose(asset.id)}
          />
        ))}
      </div>
      {leaving > 0 && preview?.merge && <Gains merge={preview.merge} assets={group.assets} />}
      <div class="duplicate-actions">
        <span class="quiet">{leaving > 0 && `${bytes(freedBy(group, kept))} would become free`}</span>
        <span class="spring" />
        <Button disabled={isBusy} onClick={() => void resolve(everything(group))}>
          Not duplicates
        </Button>
        <Button kind="primary" disabled={isBusy || leaving === 0} onClick={() => void resolve(kept)}>
          Keep {kept.size.toString()}, trash {leaving.toString()}
        </Button>
      </div>
    </section>
  );
}
