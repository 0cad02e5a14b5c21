import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { thumbnailUrl } from "../api/assets.ts";
import { placeholderOf } from "../thumbhash/placeholder.ts";
import { Icon } from "../ui/icons.tsx";
import { memo } from "../ui/memo.ts";
import { clockTime, dayName, duration } from "../ui/words.ts";
import type { TimelineAsset } from "./asset.ts";

interface CellProperties {
  readonly asset: TimelineAsset;
  readonly href: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly isSelected: boolean;
  /** Whether the keyboard enters the grid here. */
  readonly isEntry: boolean;
  /** Whether the reader flies past too fast for pictures that are not here yet. */
  readonly isPassing: boolean;
}

/** The thumbnails that this page has seen already, and that the browser therefore has at hand. */
const seen = new Set<string>();

/** One asset in the grid. Clicks and keys are handled by the grid, which finds the asset by data-id. */
export const Cell = memo(function Cell(properties: CellProperties): JSX.Element {
  const { asset, href, left, top, width, height, isSelected, isEntry } = properties;
  const placeholder = placeholderOf(asset.thumbhash);
  const background = placeholder ? { backgroundImage: `url(${placeholder})` } : {};
  const place = { transform: `translate(${left}px, ${top}px)`, width: `${width}px`, height: `${height}px` };
  const stackSize = asset.stackSize > 1 ? asset.stackSize : null;
  return (
    <div class={isSelected ? "cell cell-selected" : "cell"} style={place} data-id={asset.id}>
      <a
        class="cell-link"
        href={href}
        tabIndex={isEntry ? 0 : -1}
        aria-label={nameOf(asset)}
        style={background}
        draggable={false}
      >
        <Thumbnail asset={asset} isPassing={properties.isPassing} />
      </a>
      <button type="button" class="cell-select" tabIndex={-1} aria-label="Select" aria-pressed={isSelected}>
        <Icon name="check" />
      </button>
      <span class="cell-badges">
        {stackSize && <Badge icon="stack" text={String(stackSize)} />}
        {asset.livePhotoVideoId && <Badge icon="motion" text="" />}
        {!asset.isImage && <Badge icon="play" text={asset.duration === null ? "" : duration(asset.duration)} />}
      </span>
      {asset.isFavorite && (
        <span class="cell-favorite">
          <Icon name="heart" filled />
        </span>
      )}
    </div>
  );
});

function Badge({ icon, text }: { icon: "stack" | "motion" | "play"; text: string }): JSX.Element {
  return (
    <span class="badge">
      {text}
      <Icon name={icon} filled={icon === "play"} />
    </span>
  );
}

function Thumbnail({ asset, isPassing }: { asset: TimelineAsset; isPassing: boolean }): JSX.Element | null {
  const [failed, setFailed] = useState<string | null>(null);
  if (!asset.thumbhash) return isNew(asset) ? <Absence icon="waiting" text="No preview yet" /> : <Broken />;
  const source = thumbnailUrl(asset.id, asset.thumbhash, "thumbnail");
  if (failed === source) return <Broken />;
  const wasSeen = seen.has(source);
  if (isPassing && !wasSeen) return null;
  const appear = (event: Event) => {
    seen.add(source);
    (event.currentTarget as HTMLImageElement).classList.add("is-there");
  };
  return (
    <img
      key={source}
      class={wasSeen ? "is-there" : ""}
      src={source}
      alt=""
      decoding="async"
      draggable={false}
      onLoad={appear}
      onError={() => setFailed(source)}
    />
  );
}

/** What has no preview after this long will hardly get one. */
const PREPARED_AFTER = 15 * 60_000;
const isNew = ({ addedAt }: TimelineAsset) => Date.now() - addedAt < PREPARED_AFTER;

const Broken = () => <Absence icon="broken" text="No preview" />;

function Absence({ icon, text }: { icon: "waiting" | "broken"; text: string }): JSX.Element {
  return (
    <span class="absence">
      <Icon name={icon} />
      <span>{text}</span>
    </span>
  );
}

function nameOf(asset: TimelineAsset): string {
  const kind = asset.isImage ? "Photo" : "Video";
  return `${kind}, ${dayName(asset.localTime)}, ${clockTime(asset.localTime)}${asset.isFavorite ? ", favorite" : ""}`;
}
