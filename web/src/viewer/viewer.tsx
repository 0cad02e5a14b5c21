import type { JSX } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { thumbnailUrl } from "../api/assets.ts";
import type { AssetPlace } from "../library/views.ts";
import { replaceWith } from "../routing/navigation.ts";
import type { TimelineAsset } from "../timeline/asset.ts";
import { locate, neighbourOf } from "../timeline/neighbours.ts";
import type { Timeline } from "../timeline/timeline.ts";
import { IconButton } from "../ui/button.tsx";
import { useObservable } from "../ui/use-observable.ts";
import { Film } from "./film.tsx";
import { Information } from "./information.tsx";
import { Picture } from "./picture.tsx";
import { ViewerBar } from "./viewer-bar.tsx";
import "./viewer.css";

interface ViewerProperties {
  readonly place: AssetPlace;
  readonly timeline: Timeline;
  readonly assetId: string;
  readonly onClose: () => void;
}

/** One asset in full, above the grid it was opened from. */
export function Viewer({ place, timeline, assetId, onClose }: ViewerProperties): JSX.Element {
  useObservable(timeline.months);
  const asset = timeline.find(assetId);
  const [isMissing, setMissing] = useState(false);
  const [isInformed, setInformed] = useState(false);
  const [isMoving, setMoving] = useState(false);
  const dialog = useRef<HTMLDivElement>(null);

  useEffect(() => dialog.current?.focus(), []);
  useEffect(() => {
    setMoving(false);
    locate(timeline, assetId).then(
      (found) => setMissing(!found),
      () => setMissing(true),
    );
    void preload(timeline, assetId);
  }, [timeline, assetId]);

  const step = useCallback(
    async (by: -1 | 1) => {
      const next = await neighbourOf(timeline, assetId, by);
      if (next) replaceWith({ ...place, assetId: next.id });
    },
    [timeline, place, assetId],
  );
  /** Shows a neighbour before the action takes the asset out of the timeline. */
  const leave = async (action: () => Promise<boolean>) => {
    const next = (await neighbourOf(timeline, assetId, 1)) ?? (await neighbourOf(timeline, assetId, -1));
    if (!(await action())) return;
    dialog.current?.focus(); // the pressed button was disabled meanwhile and would swallow the keys
    if (next) replaceWith({ ...place, assetId: next.id });
    else onClose();
  };
  const press = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (target.closest("textarea, dialog") || event.altKey || event.ctrlKey || event.metaKey) return;
    const keys: Record<string, () => void> = {
      Escape: onClose,
      ArrowLeft: () => void step(-1),
      ArrowRight: () => void step(1),
      i: () => setInformed((before) => !before),
    };
    const action = target.closest("video") && event.key.startsWith("Arrow") ? undefined : keys[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };

  return (
    <div
      ref={dialog}
      class="viewer"
      role="dialog"
      aria-modal="true"
      aria-label="Viewer"
      tabIndex={-1}
      onKeyDown={press}
    >
      <div class="viewer-main">
        <ViewerBar
          page={place.page}
          asset={asset}
          isInformed={isInformed}
          isMoving={isMoving}
          onInform={() => setInformed(!isInformed)}
          onMove={() => setMoving(!isMoving)}
          onLeave={leave}
          onClose={onClose}
        />
        <Stage
          key={assetId}
          asset={asset}
          isMissing={isMissing}
          isMoving={isMoving}
          onStep={step}
          onClose={onClose}
          onStill={() => setMoving(false)}
        />
        <span class="viewer-previous">
          <IconButton icon="previous" label="Previous" onClick={() => void step(-1)} />
        </span>
        <span class="viewer-next">
          <IconButton icon="next" label="Next" onClick={() => void step(1)} />
        </span>
      </div>
      {isInformed && <Information assetId={assetId} onClose={() => setInformed(false)} />}
    </div>
  );
}

interface StageProperties {
  readonly asset: TimelineAsset | undefined;
  readonly isMissing: boolean;
  readonly isMoving: boolean;
  readonly onStep: (step: -1 | 1) => void;
  readonly onClose: () => void;
  readonly onStill: () => void;
}

function Stage({ asset, isMissing, isMoving, onStep, onClose, onStill }: StageProperties): JSX.Element {
  if (!asset)
    return <div class="stage">{isMissing && <p class="stage-text">This photo is not here (any more).</p>}</div>;
  if (!asset.isImage) {
    return (
      <div class="stage">
        <Film videoId={asset.id} poster={asset} />
      </div>
    );
  }
  if (isMoving && asset.livePhotoVideoId) {
    return (
      <div class="stage">
        <Film videoId={asset.livePhotoVideoId} poster={asset} onEnd={onStill} />
      </div>
    );
  }
  if (!asset.thumbhash) {
    return (
      <div class="stage">
        <p class="stage-text">
          No preview yet: the server is still preparing this photo, or could not read it. The original can be
          downloaded.
        </p>
      </div>
    );
  }
  return <Picture asset={asset} onStep={onStep} onClose={onClose} />;
}

/** Fetches the neighbours' previews, so that the next step shows at once. */
async function preload(timeline: Timeline, assetId: string): Promise<void> {
  const neighbours = await Promise.all([neighbourOf(timeline, assetId, 1), neighbourOf(timeline, assetId, -1)]).catch(
    () => [],
  );
  for (const neighbour of neighbours) {
    if (neighbour?.thumbhash) new Image().src = thumbnailUrl(neighbour.id, neighbour.thumbhash, "preview");
  }
}
