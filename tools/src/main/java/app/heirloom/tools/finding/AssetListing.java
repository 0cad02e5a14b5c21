package app.heirloom.tools.finding;

import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.remote.PhotoServer;
import app.heirloom.library.remote.RemoteAsset;
import app.heirloom.library.remote.RemoteFilter;
import app.heirloom.tools.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Lists what may be a duplicate: a user's own assets in timeline and archive, outside of the trash. */
record AssetListing(PhotoServer photos, OriginalContents contents, Progress progress) {
    List<ListedAsset> list() {
        List<ListedAsset> listed = new ArrayList<>();
        List<RemoteAsset> unknown = new ArrayList<>();
        Map<Long, Integer> sizes = new HashMap<>();
        progress.during(
                "Reading photos",
                "photos",
                OptionalLong.empty(),
                () -> photos.assets().forEach(RemoteFilter.ALL, asset -> {
                    if (isWanted(asset)) {
                        sizes.merge(sizeOf(asset), 1, Integer::sum);
                        if (contents.isKnown(asset)) {
                            listed.add(listed(asset));
                        } else {
                            unknown.add(asset.withExif(Exif.UNKNOWN));
                        }
                    }
                    progress.advance(1);
                }));
        if (!unknown.isEmpty()) {
            read(unknown, sizes, listed);
        }
        return listed;
    }

    /** Only what has the size of another can have its bytes. */
    private void read(List<RemoteAsset> unknown, Map<Long, Integer> sizes, List<ListedAsset> listed) {
        progress.during(
                "Reading files of external libraries",
                "files",
                OptionalLong.of(unknown.size()),
                () -> unknown.forEach(asset -> {
                    boolean mayBeSame = sizes.getOrDefault(sizeOf(asset), 0) > 1;
                    listed.add(
                            mayBeSame
                                    ? listed(asset.withOriginal(
                                            asset.original().withContent(contents.checksum(asset), sizeOf(asset))))
                                    : listed(asset));
                    progress.advance(1);
                }));
    }

    boolean isWanted(RemoteAsset asset) {
        Visibility visibility = asset.state().visibility();
        return asset.owner().equals(photos.account().user().id())
                && !asset.state().trashed()
                && !asset.state().offline()
                && (visibility == Visibility.TIMELINE || visibility == Visibility.ARCHIVE);
    }

    private static long sizeOf(RemoteAsset asset) {
        Long size = asset.original().sizeInBytes();
        return size == null ? 0 : size;
    }

    private static ListedAsset listed(RemoteAsset asset) {
        return new ListedAsset(
                asset.id(),
                asset.original().checksum(),
                asset.original().type() == AssetType.IMAGE,
                asset.original().dimensions());
    }
}
