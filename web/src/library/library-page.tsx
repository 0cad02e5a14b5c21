import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { PersonBar } from "../people/person-bar.tsx";
import { closeAsset, route } from "../routing/navigation.ts";
import { AlikeBar, WordsBar } from "../search/results-bar.tsx";
import { Grid } from "../timeline/grid.tsx";
import { Selection } from "../timeline/selection.ts";
import { useObservable } from "../ui/use-observable.ts";
import { totalOf } from "../timeline/month.ts";
import type { Timeline } from "../timeline/timeline.ts";
import { UploadButton } from "../upload/upload-button.tsx";
import { Viewer } from "../viewer/viewer.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import { TrashBar } from "./trash-bar.tsx";
import { type AssetPage, type AssetPlace, timelineOf, views } from "./views.ts";
import "./library.css";

/** A page of assets: the grid, the selection's actions above it, and the viewer when one asset is open. */
export function LibraryPage({ page, of = "" }: { page: AssetPage; of?: string | undefined }): JSX.Element {
  const place = useMemo(() => (of ? { page, of } : { page }), [page, of]);
  const timeline = timelineOf(place);
  const months = useObservable(timeline.months);
  const { assetId } = useObservable(route);
  const selection = useMemo(() => new Selection(), [place]);

  useEffect(() => timeline.open(), [timeline]);
  useEffect(() => {
    document.title = `${page === "search" ? of : views[page].title} · Heirloom`;
  }, [place]);
  useEffect(() => {
    const clear = (event: KeyboardEvent) => event.key === "Escape" && assetId === null && selection.clear();
    document.addEventListener("keydown", clear);
    return () => document.removeEventListener("keydown", clear);
  }, [selection, assetId]);

  return (
    <>
      <main class="library" inert={assetId !== null}>
        <h1 class="unseen">{views[page].title}</h1>
        <SelectionBar page={page} timeline={timeline} selection={selection} />
        <PlaceBar place={place} timeline={timeline} />
        {months && months.length > 0 && (
          <Grid
            key={`${page} ${of}`}
            timeline={timeline}
            months={months}
            place={place}
            selection={selection}
            openedId={assetId}
          />
        )}
        {months?.length === 0 && <Empty page={page} />}
      </main>
      {assetId !== null && <Viewer place={place} timeline={timeline} assetId={assetId} onClose={closeAsset} />}
    </>
  );
}

/** What there is to say about the page as a whole. */
function PlaceBar({
  place: { page, of = "" },
  timeline,
}: {
  place: AssetPlace;
  timeline: Timeline;
}): JSX.Element | null {
  const months = useObservable(timeline.months);
  switch (page) {
    case "trash":
      return months && <TrashBar timeline={timeline} total={totalOf(months)} />;
    case "person":
      return <PersonBar key={of} personId={of} />;
    case "search":
      return <WordsBar words={of} />;
    case "alike":
      return <AlikeBar assetId={of} />;
    default:
      return null;
  }
}

function Empty({ page }: { page: AssetPage }): JSX.Element {
  const { title, text } = views[page].empty;
  return (
    <div class="empty">
      <h2>{title}</h2>
      <p>{text}</p>
      {page === "photos" && <UploadButton />}
    </div>
  );
}
