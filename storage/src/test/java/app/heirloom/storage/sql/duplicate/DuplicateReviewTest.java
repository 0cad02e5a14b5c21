package app.heirloom.storage.sql.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRelations.Held;
import app.heirloom.library.asset.appearance.Appearance;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.asset.event.AssetsRestored;
import app.heirloom.library.asset.event.StacksChanged;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.duplicate.KeeperRules;
import app.heirloom.library.duplicate.merge.MetadataConflict;
import app.heirloom.library.metadata.Caption;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.Location;
import app.heirloom.library.resolution.DuplicateReview;
import app.heirloom.library.resolution.MergePreview;
import app.heirloom.library.resolution.Verdict;
import app.heirloom.library.stack.Stacks;
import app.heirloom.storage.database.TestDatabase;
import app.heirloom.storage.sql.OwnedLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an owner sees before judging, and who hears of it afterwards. */
class DuplicateReviewTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void pagesShowEachGroupOnce(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            var judged = new JudgedLibrary(library);
            Set<DuplicateGroupId> groups = new HashSet<>();
            for (int i = 0; i < 5; i++) {
                groups.add(judged.group(library.addAssets(2)));
            }
            judged.group(library.addAssets(1));
            List<DuplicateGroupId> seen = new ArrayList<>();
            Optional<DuplicateGroupId> after = Optional.empty();
            do {
                DuplicateReview.Page page = judged.review.list(library.caller, KeeperRules.DEFAULT, after, 2);
                assertThat(page.total()).isEqualTo(5);
                page.cases().forEach(shown -> seen.add(shown.group()));
                after = page.last();
            } while (after.isPresent());
            assertThat(seen).doesNotHaveDuplicates().hasSize(5);
            assertThat(groups).containsExactlyInAnyOrderElementsOf(seen);
            assertThat(judged.review
                            .list(library.addCaller(), KeeperRules.DEFAULT, Optional.empty(), 2)
                            .cases())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theKeeperComesFirstAndSaysWhy(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            var judged = new JudgedLibrary(library);
            List<AssetId> assets = library.addAssets(3);
            resize(library, assets.get(1), new Dimensions(4000, 3000));
            resize(library, assets.get(2), new Dimensions(400, 300));
            place(library, assets.get(0), new Coordinates(10, 10));
            place(library, assets.get(2), new Coordinates(20, 20));
            new HeldThings(library).putOn(assets.get(2));
            judged.group(assets);
            DuplicateReview.Case usual = first(library, judged, "");
            assertThat(usual.members().getFirst().asset().id()).isEqualTo(assets.get(1));
            assertThat(usual.reason()).isEqualTo("it has the most pixels (4000 x 3000)");
            assertThat(usual.conflicts())
                    .containsExactly(
                            new MetadataConflict(MetadataConflict.Kind.GPS, List.of("10.0,10.0", "20.0,20.0")));
            DuplicateReview.Case byAlbum = first(library, judged, "album=Sea");
            assertThat(byAlbum.members().getFirst().asset().id()).isEqualTo(assets.get(2));
            assertThat(byAlbum.reason()).isEqualTo("it is in the album Sea");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPreviewSaysWhatAVerdictWouldDoAndDoesNothing(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            var judged = new JudgedLibrary(library);
            AssetId kept = library.addAsset();
            AssetId gone = library.addAsset();
            List<Held> held = new HeldThings(library).putOn(gone);
            place(library, gone, new Coordinates(10, 10));
            DuplicateGroupId group = judged.group(List.of(kept, gone));
            var verdict = new Verdict(group, List.of(kept), List.of(gone));
            MergePreview.Merge merge = judged.preview
                    .show(library.caller, List.of(verdict))
                    .getFirst()
                    .merge()
                    .orElseThrow();
            assertThat(merge.heir()).isEqualTo(kept);
            assertThat(merge.before().coordinates()).isNull();
            assertThat(merge.after().coordinates()).isEqualTo(new Coordinates(10, 10));
            assertThat(merge.gained()).containsExactlyElementsOf(held);
            assertThat(library.read(() -> judged.relations.list(List.of(kept)))).isEmpty();

            var all = new Verdict(group, List.of(kept, gone), List.of());
            assertThat(judged.preview
                            .show(library.caller, List.of(all))
                            .getFirst()
                            .merge())
                    .isEmpty();
            assertThatThrownBy(() ->
                            judged.preview.show(library.caller, List.of(new Verdict(group, List.of(kept), List.of()))))
                    .hasMessageContaining("kept or trashed");
            assertThatThrownBy(() -> judged.preview.show(library.addCaller(), List.of(verdict)))
                    .hasMessage("Not found or no duplicate.read access");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoeverSeesStacksHearsOfThem(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            var judged = new JudgedLibrary(library);
            var changed = new StacksChanged(library.caller.id());
            List<AssetId> assets = library.addAssets(4);
            new Stacks(library.storage.stacks(), library.own, library.storage.transactions(), library.events)
                    .create(library.caller, assets.subList(0, 2));
            library.news();
            long number = judged.resolve(assets.get(2), assets.subList(0, 1));
            assertThat(library.news()).contains(changed);
            judged.history.undo(library.caller, number);
            assertThat(library.news()).contains(changed);
            judged.trash.trash(library.caller, assets.subList(0, 1));
            assertThat(library.news()).contains(changed);
            judged.trash.restore(library.caller, assets.subList(0, 1));
            assertThat(library.news())
                    .containsExactlyInAnyOrder(changed, new AssetsRestored(assets.subList(0, 1), library.caller.id()));
            judged.trash.trash(library.caller, assets.subList(3, 4));
            assertThat(library.news()).as("of what is in no stack").doesNotContain(changed);
            judged.trash.delete(library.caller, assets.subList(0, 1));
            assertThat(library.news()).contains(changed);
        }
    }

    private static DuplicateReview.Case first(OwnedLibrary library, JudgedLibrary judged, String rules) {
        return judged.review
                .list(library.caller, KeeperRules.parse(rules), Optional.empty(), 10)
                .cases()
                .getFirst();
    }

    private static void resize(OwnedLibrary library, AssetId id, Dimensions dimensions) {
        library.run(() -> {
            Asset asset = library.storage.assets().get(id);
            library.storage.assets().save(asset.withAppearance(new Appearance(dimensions, null, null)));
        });
    }

    private static void place(OwnedLibrary library, AssetId id, Coordinates place) {
        var exif = Exif.UNKNOWN;
        library.run(() -> library.storage
                .exifs()
                .save(
                        id,
                        new Exif(
                                exif.camera(),
                                exif.exposure(),
                                exif.capture(),
                                Location.of(place),
                                Caption.NONE,
                                exif.frame())));
    }
}
