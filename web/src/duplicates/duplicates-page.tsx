import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { Decisions } from "./decisions.tsx";
import { ReviewList } from "./review-list.tsx";
import { Review } from "./review.ts";
import "./duplicates.css";

const TABS = { review: "To judge", decisions: "Decided" } as const;
type Tab = keyof typeof TABS;

/** Photos that look the same: which to keep, and the way back. */
export function DuplicatesPage(): JSX.Element {
  const [tab, setTab] = useState<Tab>("review");
  const review = useMemo(() => new Review(), []);
  useEffect(() => {
    document.title = "Duplicates · Heirloom";
    void review.load();
  }, [review]);
  const show = (next: Tab) => {
    setTab(next);
    if (next === "review") void review.load();
  };
  return (
    <main class="duplicates">
      <h1>Duplicates</h1>
      <div class="tabs" role="tablist">
        {(Object.keys(TABS) as Tab[]).map((name) => (
          <button key={name} type="button" role="tab" aria-selected={name === tab} onClick={() => show(name)}>
            {TABS[name]}
          </button>
        ))}
      </div>
      {tab === "review" ? <ReviewList review={review} /> : <Decisions />}
    </main>
  );
}
