import type { Asset } from "../api/assets.ts";
import type { TimelineAsset } from "../timeline/asset.ts";

/** An asset as search finds it, in the form that the grid shows. */
export function rankedAsset(asset: Asset): TimelineAsset {
  const { width, height } = asset;
  return {
    id: asset.id,
    ratio: width && height ? width / height : 1,
    isImage: asset.type === "IMAGE",
    isFavorite: asset.isFavorite,
    thumbhash: asset.thumbhash,
    duration: asset.duration,
    livePhotoVideoId: asset.livePhotoVideoId,
    stackSize: 1,
    addedAt: 0,
    localTime: Date.parse(asset.localDateTime),
  };
}
