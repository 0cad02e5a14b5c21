package app.heirloom.immich.json.asset;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.download.DownloadPlan;
import java.util.List;
import java.util.UUID;

/** How a download is divided; sizes in bytes. */
public record DownloadPlanJson(long totalSize, List<ArchiveJson> archives) {
    /** What goes into one archive. */
    public record ArchiveJson(long size, List<UUID> assetIds) {}

    public static DownloadPlanJson of(DownloadPlan plan) {
        return new DownloadPlanJson(
                plan.sizeInBytes(),
                plan.archives().stream()
                        .map(archive -> new ArchiveJson(
                                archive.sizeInBytes(),
                                archive.assets().stream().map(AssetId::value).toList()))
                        .toList());
    }
}
