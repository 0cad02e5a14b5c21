package app.heirloom.library.download;

import app.heirloom.library.asset.AssetId;
import java.util.ArrayList;
import java.util.List;

/** How a download is divided into archives. */
public record DownloadPlan(List<Archive> archives) {
    public DownloadPlan {
        archives = List.copyOf(archives);
    }

    /** What goes into one archive, and how many bytes that is. */
    public record Archive(List<AssetId> assets, long sizeInBytes) {
        public Archive {
            assets = List.copyOf(assets);
        }
    }

    public long sizeInBytes() {
        return archives.stream().mapToLong(Archive::sizeInBytes).sum();
    }

    /** An archive ends with the item that makes it larger than the size. */
    static DownloadPlan of(List<DownloadItem> items, long archiveSizeInBytes) {
        List<Archive> archives = new ArrayList<>();
        List<AssetId> assets = new ArrayList<>();
        long size = 0;
        for (DownloadItem item : items) {
            assets.add(item.asset());
            size += item.sizeInBytes();
            if (size > archiveSizeInBytes) {
                archives.add(new Archive(assets, size));
                assets.clear();
                size = 0;
            }
        }
        if (!assets.isEmpty()) {
            archives.add(new Archive(assets, size));
        }
        return new DownloadPlan(archives);
    }
}
