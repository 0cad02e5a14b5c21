package app.heirloom.tools.identities.staging;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.AssetCounts;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.testkit.remote.FakePhotoServer;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerCountsTest {
    private final FakePhotoServer photos = new FakePhotoServer();
    private final ServerCounts counts = new ServerCounts();
    private final LibraryId library = LibraryId.random();

    private void list(int own, int external) {
        for (int i = 0; i < own + external; i++) {
            AssetId id = photos.add(i + ".jpg", new byte[] {(byte) i}).id();
            if (i >= own) {
                photos.makeExternal(id, library);
            }
            counts.list(photos.get(id));
        }
    }

    @Test
    void nothingIsSaidOfWhatAgrees() {
        list(3, 0);
        assertThat(counts.compare(new AssetCounts(3, 0), Optional.of(Map.of()))).isEmpty();
    }

    @Test
    void statisticsThatDisagreeWithTheSearchAreTold() {
        list(3, 0);
        assertThat(counts.compare(new AssetCounts(2, 1), Optional.empty()))
                .singleElement()
                .asString()
                .contains("say 2 images and 1 videos; its search lists 3 images and 0 videos");
    }

    @Test
    void externalLibrariesAreComparedOneByOne() {
        list(1, 2);
        LibraryId unseen = LibraryId.random();
        assertThat(counts.compare(new AssetCounts(1, 0), Optional.of(Map.of(library, 2L))))
                .singleElement()
                .asString()
                .contains("lists 2 more in 1 external library");
        assertThat(counts.compare(new AssetCounts(1, 0), Optional.of(Map.of(library, 0L, unseen, 7L))))
                .anySatisfy(note -> assertThat(note).contains(library + " has 0 assets; its search lists 2"))
                .anySatisfy(note -> assertThat(note).contains(unseen + " has 7 assets; its search lists 0"))
                .hasSize(3);
    }
}
