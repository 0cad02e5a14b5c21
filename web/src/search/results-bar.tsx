import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { type Asset, getAsset, thumbnailUrl } from "../api/assets.ts";
import { followInside } from "../routing/navigation.ts";
import { formatRoute } from "../routing/route.ts";
import "./search.css";

/** Says which photo the others are like. */
export function AlikeBar({ assetId }: { assetId: string }): JSX.Element {
  const [asset, setAsset] = useState<Asset | null>(null);
  useEffect(() => void getAsset(assetId).then(setAsset, () => setAsset(null)), [assetId]);
  const place = { page: "photos", assetId } as const;
  return (
    <div class="page-bar">
      {asset && (
        <a class="alike-picture" href={formatRoute(place)} onClick={(event) => followInside(event, place)}>
          <img src={thumbnailUrl(assetId, asset.thumbhash, "thumbnail")} alt={asset.originalFileName} />
        </a>
      )}
      <h2>More like this</h2>
    </div>
  );
}

export function WordsBar({ words }: { words: string }): JSX.Element {
  return (
    <div class="page-bar">
      <h2>Photos of “{words}”</h2>
    </div>
  );
}
