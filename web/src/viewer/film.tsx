import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { playbackUrl, thumbnailUrl } from "../api/assets.ts";

interface FilmProperties {
  readonly videoId: string;
  /** Its preview is shown until the video plays. */
  readonly poster: { readonly id: string; readonly thumbhash: string | null };
  /** The motion of a live photo plays once, without controls. */
  readonly onEnd?: () => void;
}

export function Film({ videoId, poster, onEnd }: FilmProperties): JSX.Element {
  const [failed, setFailed] = useState(false);
  if (failed) return <p class="stage-text">This video cannot be played here. Its original can be downloaded.</p>;
  return (
    // Captions are a part of the file, if there are any.
    <video
      class="film"
      src={playbackUrl(videoId)}
      poster={poster.thumbhash ? thumbnailUrl(poster.id, poster.thumbhash, "preview") : undefined}
      controls={!onEnd}
      autoplay
      playsinline
      onEnded={onEnd}
      onError={() => setFailed(true)}
    />
  );
}
