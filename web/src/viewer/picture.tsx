import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { thumbnailUrl } from "../api/assets.ts";
import { placeholderOf } from "../thumbhash/placeholder.ts";
import type { TimelineAsset } from "../timeline/asset.ts";
import { listenToGestures } from "./gestures.ts";
import { type Size, type Zoom, fit, moveBy, unzoomed, zoomBy } from "./zoom.ts";

interface PictureProperties {
  readonly asset: TimelineAsset;
  readonly onStep: (step: -1 | 1) => void;
  readonly onClose: () => void;
}

/** Above this enlargement the preview's pixels show, and the full size is worth loading. */
const FULLSIZE_FROM = 1.6;

/** A photo that becomes sharper step by step: thumbhash, thumbnail, preview, and the full size when zoomed. */
export function Picture({ asset, onStep, onClose }: PictureProperties): JSX.Element {
  const stage = useRef<HTMLDivElement>(null);
  const [frame, setFrame] = useState<Size>({ width: 0, height: 0 });
  const [zoom, setZoom] = useState<Zoom>(unzoomed);
  const fitted = fit({ width: asset.ratio, height: 1 }, frame);

  useLayoutEffect(() => {
    const element = stage.current!;
    const measure = () => setFrame({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const latest = useRef({ zoom, fitted, frame });
  latest.current = { zoom, fitted, frame };
  useEffect(
    () =>
      listenToGestures(stage.current!, {
        onZoom: (factor, at) => setZoom((now) => zoomBy(now, factor, at, latest.current.fitted, latest.current.frame)),
        onMove: (dx, dy) => setZoom((now) => moveBy(now, dx, dy, latest.current.fitted, latest.current.frame)),
        onSwipe: onStep,
        onSwipeDown: onClose,
        isZoomed: () => latest.current.zoom.scale > 1,
      }),
    [onStep, onClose],
  );

  const toggle = (event: MouseEvent) => {
    const box = stage.current!.getBoundingClientRect();
    const at = { x: event.clientX - box.left - box.width / 2, y: event.clientY - box.top - box.height / 2 };
    setZoom((now) => (now.scale > 1 ? unzoomed : zoomBy(now, 2.5, at, fitted, frame)));
  };
  const placeholder = placeholderOf(asset.thumbhash);
  const style = {
    width: `${fitted.width}px`,
    height: `${fitted.height}px`,
    transform: `translate(${zoom.x}px, ${zoom.y}px) scale(${zoom.scale})`,
    ...(placeholder ? { backgroundImage: `url(${placeholder})` } : {}),
  };
  return (
    <div ref={stage} class={zoom.scale > 1 ? "stage stage-zoomed" : "stage"} onDblClick={toggle}>
      <div class="picture" style={style}>
        <Layer asset={asset} size="thumbnail" />
        <Layer asset={asset} size="preview" />
        {zoom.scale > FULLSIZE_FROM && <Layer asset={asset} size="fullsize" />}
      </div>
    </div>
  );
}

/** One sharpness, laid over the coarser ones as soon as it is decoded. */
function Layer({
  asset,
  size,
}: {
  asset: TimelineAsset;
  size: "thumbnail" | "preview" | "fullsize";
}): JSX.Element | null {
  const [state, setState] = useState<"loading" | "there" | "failed">("loading");
  if (state === "failed") return size === "preview" ? <p class="stage-text">This file has no preview.</p> : null;
  return (
    <img
      class={state === "there" ? "layer is-there" : "layer"}
      src={thumbnailUrl(asset.id, asset.thumbhash, size)}
      alt={size === "preview" ? "Photo" : ""}
      draggable={false}
      decoding="async"
      onLoad={() => setState("there")}
      onError={() => setState("failed")}
    />
  );
}
