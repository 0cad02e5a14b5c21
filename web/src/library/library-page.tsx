import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { closeAsset, route } from "../routing/navigation.ts";
import { Grid } from "../timeline/grid.tsx";
import { Selection } from "../timeline/selection.ts";
import { useObservable } from "../ui/use-observable.ts";
import { totalOf } from "../timeline/month.ts";
import { UploadButton } from "../upload/upload-button.tsx";
import { Viewer } from "../viewer/viewer.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import { TrashBar } from "./trash-bar.tsx";
import { type AssetPage, timelineOf, views } from "./views.ts";
import "./library.css";

/** A page of assets: the grid, the selection's actions above it, and the viewer when one asset is open. */
export function LibraryPage({ page }: { page: AssetPage }): JSX.Element {
  const timeline = timelineOf(page);
  const months = useObservable(timeline.months);
  const { assetId } = useObservable(route);
  const selection = useMemo(() => new Selection(), [page]);

  useEffect(() => timeline.open(), [timeline]);
  useEffect(() => {
    document.title = `${views[page].title} · Heirloom`;
  }, [page]);
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
        {page === "trash" && months && <TrashBar timeline={timeline} total={totalOf(months)} />}
        {months && months.length > 0 && (
          <Grid key={page} timeline={timeline} months={months} page={page} selection={selection} openedId={assetId} />
        )}
        {months?.length === 0 && <Empty page={page} />}
      </main>
      {assetId !== null && <Viewer page={page} timeline={timeline} assetId={assetId} onClose={closeAsset} />}
    </>
  );
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
