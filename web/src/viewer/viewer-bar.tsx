import type { JSX } from "preact";
import { change, deleteForever, download, restore, trash } from "../library/actions.ts";
import type { AssetPage } from "../library/views.ts";
import { goTo } from "../routing/navigation.ts";
import { features } from "../shell/features.ts";
import type { TimelineAsset } from "../timeline/asset.ts";
import { IconButton } from "../ui/button.tsx";
import { useObservable } from "../ui/use-observable.ts";
import { clockTime, dayName } from "../ui/words.ts";

interface ViewerBarProperties {
  readonly page: AssetPage;
  /** Nothing when the asset is not here: then the only way is back. */
  readonly asset: TimelineAsset | undefined;
  readonly isInformed: boolean;
  readonly isMoving: boolean;
  readonly onInform: () => void;
  readonly onMove: () => void;
  /** Runs an action that takes the asset away from this page. */
  readonly onLeave: (action: () => Promise<boolean>) => void;
  readonly onClose: () => void;
}

export function ViewerBar({
  page,
  asset,
  isInformed,
  isMoving,
  onInform,
  onMove,
  onLeave,
  onClose,
}: ViewerBarProperties): JSX.Element {
  const { smartSearch } = useObservable(features);
  const back = <IconButton icon="back" label="Back" onClick={onClose} />;
  if (!asset) return <header class="viewer-bar">{back}</header>;
  const ids = [asset.id];
  const visibility = page === "archive" ? "timeline" : "archive";
  const toggleFavorite = () => change(ids, { isFavorite: !asset.isFavorite });
  return (
    <header class="viewer-bar">
      {back}
      <p class="viewer-date">
        {dayName(asset.localTime)} <span>{clockTime(asset.localTime)}</span>
      </p>
      <span class="spring" />
      {asset.livePhotoVideoId && (
        <IconButton
          icon="motion"
          label={isMoving ? "Stop motion" : "Play motion"}
          pressed={isMoving}
          onClick={onMove}
        />
      )}
      {smartSearch && asset.isImage && page !== "trash" && (
        <IconButton
          icon="alike"
          label="More like this"
          onClick={() => goTo({ page: "alike", of: asset.id, assetId: null })}
        />
      )}
      <IconButton icon="information" label="Information" pressed={isInformed} onClick={onInform} />
      <IconButton icon="download" label="Download original" onClick={() => void download(ids)} />
      {page === "trash" ? (
        <>
          <IconButton icon="restore" label="Restore" onClick={() => onLeave(() => restore(ids))} />
          <IconButton icon="trash" label="Delete permanently" onClick={() => onLeave(() => deleteForever(ids))} />
        </>
      ) : (
        <>
          <IconButton
            icon="heart"
            filled={asset.isFavorite}
            label={asset.isFavorite ? "Remove from favorites" : "Add to favorites"}
            pressed={asset.isFavorite}
            onClick={() => void (page === "favorites" ? onLeave(toggleFavorite) : toggleFavorite())}
          />
          <IconButton
            icon="archive"
            label={visibility === "archive" ? "Archive" : "Move back to the timeline"}
            onClick={() => onLeave(() => change(ids, { visibility }))}
          />
          <IconButton icon="trash" label="Move to trash" onClick={() => onLeave(() => trash(ids))} />
        </>
      )}
    </header>
  );
}
