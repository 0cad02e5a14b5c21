package app.heirloom.library.download;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.AssetId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DownloadPlanTest {
    private final List<DownloadItem> items = List.of(item(6), item(4), item(1), item(20), item(2));

    @Test
    void anArchiveEndsWithWhatMakesItTooLarge() {
        DownloadPlan plan = DownloadPlan.of(items, 10);
        assertThat(plan.archives())
                .extracting(DownloadPlan.Archive::sizeInBytes)
                .containsExactly(11L, 20L, 2L);
        assertThat(plan.sizeInBytes()).isEqualTo(33);
        assertThat(plan.archives().stream().flatMap(archive -> archive.assets().stream()))
                .containsExactlyElementsOf(
                        items.stream().map(DownloadItem::asset).toList());
    }

    @Test
    void nothingNeedsNoArchive() {
        assertThat(DownloadPlan.of(List.of(), 10).archives()).isEmpty();
    }

    private static DownloadItem item(long size) {
        return new DownloadItem(AssetId.random(), size, null);
    }
}
