package app.heirloom.tools.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.duplicate.KeeperRules;
import app.heirloom.library.embedding.PictureReader;
import app.heirloom.library.remote.asset.RemoteAsset;
import app.heirloom.library.user.Permission;
import app.heirloom.testkit.remote.FakePhotoServer;
import app.heirloom.tools.Progress;
import app.heirloom.tools.duplicates.AnalyzedAsset;
import app.heirloom.tools.duplicates.AnalyzedGroup;
import app.heirloom.tools.duplicates.Grounds;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicateSearchTest {
    @TempDir
    private Path folder;

    private final FakePhotoServer photos = new FakePhotoServer();
    private final AtomicInteger looks = new AtomicInteger();

    private DuplicateSearch search(Tier tier) {
        PictureReader counting = (file, side) -> {
            looks.incrementAndGet();
            return new DrawnPictures().read(file, side);
        };
        return new DuplicateSearch(
                new ServerPhotos(photos, new OriginalContents(photos, counting), InstantSource.system()),
                tier,
                KeeperRules.DEFAULT,
                new Sight(counting, folder, 4),
                Progress.NONE);
    }

    private List<AnalyzedGroup> find(Tier tier) {
        List<AnalyzedGroup> groups = new ArrayList<>();
        search(tier).run(Set.of(), groups::add);
        return groups;
    }

    private RemoteAsset add(String name, int scene, int width, int height, String note) {
        return photos.add(name, DrawnPictures.file(scene, width, height, note));
    }

    private static List<AssetId> ids(AnalyzedGroup group) {
        return group.assets().map(AnalyzedAsset::id).toList();
    }

    @Test
    void eachTierFindsWhatThoseBeforeItFindToo() {
        RemoteAsset one = add("one.jpg", 1, 80, 60, "");
        RemoteAsset same = add("same.jpg", 1, 80, 60, "");
        RemoteAsset told = add("told.jpg", 2, 80, 60, "");
        RemoteAsset retold = add("retold.jpg", 2, 80, 60, "other metadata");
        RemoteAsset large = add("large.jpg", 3, 160, 120, "");
        RemoteAsset small = add("small.jpg", 3, 80, 60, "");
        add("other.jpg", 4, 80, 60, "");

        assertThat(find(Tier.EXACT)).singleElement().satisfies(group -> {
            assertThat(group.grounds()).isEqualTo(Grounds.BYTES);
            assertThat(ids(group)).containsExactlyInAnyOrder(one.id(), same.id());
        });
        assertThat(looks).hasValue(0);
        assertThat(find(Tier.PIXELS)).extracting(AnalyzedGroup::grounds).containsExactly(Grounds.BYTES, Grounds.PIXELS);
        List<AnalyzedGroup> similar = find(Tier.SIMILAR);
        assertThat(similar)
                .extracting(AnalyzedGroup::grounds)
                .containsExactly(Grounds.BYTES, Grounds.PIXELS, Grounds.LOOKS);
        assertThat(ids(similar.get(1))).containsExactlyInAnyOrder(told.id(), retold.id());
        assertThat(ids(similar.get(2))).containsExactlyInAnyOrder(large.id(), small.id());
        assertThat(similar).extracting(AnalyzedGroup::needsReview).containsExactly(false, false, true);
    }

    @Test
    void whatSomebodySaidToBeNoDuplicatesIsLeftOut() {
        add("one.jpg", 1, 80, 60, "");
        add("same.jpg", 1, 80, 60, "");
        add("told.jpg", 2, 80, 60, "");
        add("retold.jpg", 2, 80, 60, "again");
        AnalyzedGroup first = find(Tier.PIXELS).getFirst();
        List<AnalyzedGroup> groups = new ArrayList<>();
        DuplicateSearch.Summary summary = search(Tier.PIXELS).run(Set.of(first.id()), groups::add);
        assertThat(groups).hasSize(1).doesNotContain(first);
        assertThat(summary.groups().groups()).isEqualTo(1);
        assertThat(summary.groups().single()).isZero();
    }

    @Test
    void previewsAreLookedAtOnce() {
        add("one.jpg", 1, 80, 60, "");
        add("retold.jpg", 1, 80, 60, "again");
        List<AnalyzedGroup> first = find(Tier.SIMILAR);
        assertThat(looks).hasValue(2);
        assertThat(find(Tier.SIMILAR)).isEqualTo(first).hasSize(1);
        assertThat(looks).hasValue(2);
    }

    @Test
    void whatHasNoPreviewIsComparedByItsBytes() {
        photos.add("one.jpg", "no picture".getBytes(StandardCharsets.UTF_8));
        photos.add("same.jpg", "no picture".getBytes(StandardCharsets.UTF_8));
        photos.add("empty.jpg", new byte[0]);
        List<AnalyzedGroup> groups = new ArrayList<>();
        DuplicateSearch.Summary summary = search(Tier.SIMILAR).run(Set.of(), groups::add);
        assertThat(groups).extracting(AnalyzedGroup::grounds).containsExactly(Grounds.BYTES);
        assertThat(summary.unseen()).isEqualTo(3);
    }

    @Test
    void whatIsNotShownIsLeftOut() {
        add("one.jpg", 1, 80, 60, "");
        RemoteAsset trashed = add("trashed.jpg", 1, 80, 60, "");
        photos.trash().put(List.of(trashed.id()));
        RemoteAsset hidden = add("hidden.jpg", 1, 80, 60, "");
        photos.replace(hidden.withState(hidden.state().withVisibility(Visibility.HIDDEN)));
        assertThat(find(Tier.PIXELS)).isEmpty();
    }

    @Test
    void videosAreComparedByTheirBytesOnly() {
        add("one.mp4", 1, 80, 60, "");
        add("same.mp4", 1, 80, 60, "");
        add("retold.mp4", 1, 80, 60, "other");
        assertThat(find(Tier.SIMILAR)).singleElement().satisfies(group -> {
            assertThat(group.grounds()).isEqualTo(Grounds.BYTES);
            assertThat(group.losers()).hasSize(1);
        });
    }

    /** Immich's checksum of such a file is that of its path. */
    @Test
    void filesOfExternalLibrariesAreReadWhereTheirSizeIsThatOfAnother() {
        RemoteAsset one = add("one.jpg", 1, 80, 60, "");
        RemoteAsset external = add("external.jpg", 1, 80, 60, "");
        RemoteAsset alone = add("alone.jpg", 1, 80, 60, "long");
        photos.makeExternal(external.id(), LibraryId.random());
        photos.makeExternal(alone.id(), LibraryId.random());
        assertThat(find(Tier.EXACT)).singleElement().satisfies(group -> {
            assertThat(ids(group)).containsExactlyInAnyOrder(one.id(), external.id());
            assertThat(group.grounds()).isEqualTo(Grounds.BYTES);
        });
    }

    @Test
    void needsPermissionsBeforeItStarts() {
        photos.allowing(
                Set.of(Permission.USER_READ, Permission.ASSET_READ, Permission.ALBUM_READ, Permission.ASSET_DOWNLOAD));
        assertThat(search(Tier.EXACT).header().user())
                .isEqualTo(photos.account().user().id());
        assertThatThrownBy(() -> search(Tier.SIMILAR).header()).hasMessageContaining("asset.view");
    }
}
