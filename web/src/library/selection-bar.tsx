import type { JSX } from "preact";
import type { Selection } from "../timeline/selection.ts";
import type { Timeline } from "../timeline/timeline.ts";
import { IconButton } from "../ui/button.tsx";
import { useObservable } from "../ui/use-observable.ts";
import { count } from "../ui/words.ts";
import { change, deleteForever, download, restore, trash } from "./actions.ts";
import type { AssetPage } from "./views.ts";

interface SelectionBarProperties {
  readonly page: AssetPage;
  readonly timeline: Timeline;
  readonly selection: Selection;
}

/** Takes the header's place while assets are selected. */
export function SelectionBar({ page, timeline, selection }: SelectionBarProperties): JSX.Element | null {
  const selected = [...useObservable(selection.ids)];
  if (selected.length === 0) return null;
  const areFavorites = selected.every((id) => timeline.find(id)?.isFavorite);
  const visibility = page === "archive" ? "timeline" : "archive";
  const finish = async (action: Promise<boolean>) => {
    if (await action) selection.clear();
  };
  return (
    <div class="selection-bar" role="toolbar" aria-label="Selected items">
      <IconButton icon="close" label="Clear selection" onClick={() => selection.clear()} />
      <strong aria-live="polite">{count(selected.length, "selected", "selected")}</strong>
      <span class="spring" />
      {page === "trash" ? (
        <>
          <IconButton icon="restore" label="Restore" onClick={() => finish(restore(selected))} />
          <IconButton icon="trash" label="Delete permanently" onClick={() => finish(deleteForever(selected))} />
        </>
      ) : (
        <>
          <IconButton
            icon="heart"
            filled={areFavorites}
            label={areFavorites ? "Remove from favorites" : "Add to favorites"}
            onClick={() => finish(change(selected, { isFavorite: !areFavorites }))}
          />
          <IconButton
            icon="archive"
            label={visibility === "archive" ? "Archive" : "Move back to the timeline"}
            onClick={() => finish(change(selected, { visibility }))}
          />
          <IconButton icon="download" label="Download" onClick={() => void download(selected)} />
          <IconButton icon="trash" label="Move to trash" onClick={() => finish(trash(selected))} />
        </>
      )}
    </div>
  );
}
