package app.heirloom.storage.sql.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRelations.Held;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.event.StacksChanged;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.duplicate.Dismissals;
import app.heirloom.library.duplicate.Duplicates;
import app.heirloom.library.metadata.Caption;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.Location;
import app.heirloom.library.metadata.MetadataEdits;
import app.heirloom.library.metadata.edit.AssetEdit;
import app.heirloom.library.resolution.Resolution;
import app.heirloom.library.resolution.ResolutionHistory.Undone;
import app.heirloom.library.resolution.ResolutionRetention;
import app.heirloom.library.resolution.Verdict;
import app.heirloom.library.stack.Stack;
import app.heirloom.library.stack.Stacks;
import app.heirloom.library.trash.TrashRetention;
import app.heirloom.library.user.Caller;
import app.heirloom.storage.database.TestDatabase;
import app.heirloom.storage.sql.OwnedLibrary;
import app.heirloom.storage.sql.Rows;
import app.heirloom.storage.sql.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** After an undo all is as it was, apart from what somebody did since. */
class ResolutionHistoryTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void whatTheHeirGotIsTakenBack(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            var judged = new JudgedLibrary(library);
            AssetId kept = library.addAsset();
            AssetId gone = library.addAsset();
            describe(library, gone);
            List<Held> held = new HeldThings(library).putOn(gone);
            Asset before = library.asset(kept);
            Exif knownBefore = exif(library, kept);

            long number = judged.resolve(kept, List.of(gone));
            assertThat(exif(library, kept).coordinates()).isEqualTo(new Coordinates(48.5, 2.5));
            assertThat(library.asset(kept).times().local()).isEqualTo(LocalDateTime.of(2020, 2, 3, 4, 5, 6));
            assertThat(heldBy(library, judged, kept)).hasSameSizeAs(held);

            Undone undone = judged.history.undo(library.caller, number);
            assertThat(undone.restored()).containsExactly(gone);
            assertThat(undone.lost()).isEmpty();
            assertThat(undone.changed()).isEmpty();
            assertThat(undone.takenBack())
                    .containsExactlyInAnyOrder(
                            "the favorite",
                            "the description",
                            "the rating",
                            "the place",
                            "the date",
                            "the albums",
                            "the tags",
                            "the shared links",
                            "the people");
            Asset after = library.asset(kept);
            assertThat(after.times().captured()).isEqualTo(before.times().captured());
            assertThat(after.times().local()).isEqualTo(before.times().local());
            assertThat(after.state().favorite()).isFalse();
            assertThat(after.state().visibility()).isEqualTo(Visibility.TIMELINE);
            assertThat(exif(library, kept)).isEqualTo(knownBefore);
            assertThat(heldBy(library, judged, kept)).isEmpty();
            assertThat(heldBy(library, judged, gone)).containsExactlyElementsOf(held);
            assertThat(library.asset(gone).state().trashed()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theyAreAGroupAgain(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            var judged = new JudgedLibrary(library);
            List<AssetId> assets = library.addAssets(3);
            DuplicateGroupId group = judged.group(assets);
            judged.resolution.resolve(
                    library.caller, List.of(new Verdict(group, assets.subList(0, 2), assets.subList(2, 3))));
            Resolution done =
                    judged.history.list(library.caller, Optional.empty(), 10).getFirst();
            assertThat(done.members()).extracting(Resolution.Member::id).containsExactlyElementsOf(assets);
            assertThat(done.members())
                    .extracting(member -> member.trashed() != null)
                    .containsExactly(false, false, true);
            judged.history.undo(library.caller, done.number());
            assertThat(duplicates(library).list(library.caller)).singleElement().satisfies(shown -> {
                assertThat(shown.id()).isEqualTo(group);
                assertThat(shown.assets()).extracting(Asset::id).containsExactlyElementsOf(assets);
            });
            assertThat(library.read(() -> library.storage
                            .dismissals()
                            .list(
                                    library.caller.id(),
                                    List.of(
                                            library.asset(assets.get(0))
                                                    .original()
                                                    .checksum(),
                                            library.asset(assets.get(1))
                                                    .original()
                                                    .checksum()))))
                    .isEmpty();
            assertThat(judged.history.list(library.caller, Optional.empty(), 10))
                    .singleElement()
                    .satisfies(listed -> assertThat(listed.undone()).isNotNull());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasChangedSinceStays(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            var judged = new JudgedLibrary(library);
            AssetId kept = library.addAsset();
            AssetId gone = library.addAsset();
            describe(library, gone);
            new HeldThings(library).putOn(gone);
            long number = judged.resolve(kept, List.of(gone));
            judged.editing.edit(
                    library.caller,
                    List.of(kept),
                    new AssetEdit(null, false, new MetadataEdits("My words", 2, new Coordinates(1, 1), null)));
            library.run(
                    () -> Rows.of(library.storage).update("delete from tag_asset where asset_id = ?", kept.value()));
            judged.trash.restore(library.caller, List.of(gone));
            throwAwayLater(library, gone);

            Undone undone = judged.history.undo(library.caller, number);
            assertThat(undone.restored()).as("thrown away by another decision").isEmpty();
            assertThat(undone.changed())
                    .containsExactlyInAnyOrder(
                            "the favorite", "the description", "the rating", "the place", "the tags");
            assertThat(undone.takenBack())
                    .containsExactlyInAnyOrder("the date", "the albums", "the shared links", "the people");
            Exif now = exif(library, kept);
            assertThat(now.caption().description()).isEqualTo("My words");
            assertThat(now.caption().rating()).isEqualTo(2);
            assertThat(now.coordinates()).isEqualTo(new Coordinates(1, 1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsGoneForGoodIsTold(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            var judged = new JudgedLibrary(library);
            List<AssetId> assets = library.addAssets(3);
            long number = judged.resolve(assets.get(0), assets.subList(1, 3));
            library.run(() -> library.storage.assets().remove(Set.of(assets.get(1))));
            Undone undone = judged.history.undo(library.caller, number);
            assertThat(undone.restored()).containsExactly(assets.get(2));
            assertThat(undone.lost()).extracting(Resolution.Member::fileName).containsExactly("2.jpg");
            assertThat(duplicates(library).list(library.caller))
                    .singleElement()
                    .satisfies(shown -> assertThat(shown.assets()).hasSize(2));

            long second = judged.resolve(assets.get(0), assets.subList(2, 3));
            library.run(() -> library.storage.assets().remove(Set.of(assets.get(0))));
            assertThat(judged.history.undo(library.caller, second).restored()).containsExactly(assets.get(2));
            assertThat(duplicates(library).list(library.caller)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void stacksAreAsTheyWere(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            var judged = new JudgedLibrary(library);
            var stacks =
                    new Stacks(library.storage.stacks(), library.own, library.storage.transactions(), library.events);
            List<AssetId> assets = library.addAssets(6);
            AssetId kept = assets.get(0);
            Stack own = stacks.create(library.caller, List.of(kept, assets.get(1)));
            Stack other = stacks.create(library.caller, assets.subList(2, 4));
            long number = judged.resolve(kept, List.of(assets.get(2)));
            assertThat(stacks.list(library.caller, Optional.empty())).hasSize(1);
            library.news();
            assertThat(judged.history.undo(library.caller, number).takenBack()).contains("the stack");
            assertThat(library.news()).contains(new StacksChanged(library.caller.id()));
            assertThat(stacks.list(library.caller, Optional.empty())).containsExactlyInAnyOrder(own, other);

            long second = judged.resolve(assets.get(4), List.of(assets.get(2)));
            assertThat(stacks.get(library.caller, other.id()).primary()).isEqualTo(assets.get(4));
            judged.history.undo(library.caller, second);
            assertThat(stacks.get(library.caller, other.id())).isEqualTo(other);

            long third = judged.resolve(assets.get(4), List.of(assets.get(2)));
            stacks.create(library.caller, List.of(assets.get(5), assets.get(4)));
            assertThat(judged.history.undo(library.caller, third).changed()).containsExactly("the stack");
        }
    }

    @ParameterizedTest
    @EnumSource
    void itIsUndoneOnceByItsOwnerAndRemembersThirtyDays(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            var judged = new JudgedLibrary(library);
            List<AssetId> assets = library.addAssets(2);
            long number = judged.resolve(assets.get(0), assets.subList(1, 2));
            Caller stranger = library.addCaller();
            assertThat(judged.history.list(stranger, Optional.empty(), 10)).isEmpty();
            assertThatThrownBy(() -> judged.history.undo(stranger, number))
                    .hasMessage("Not found or no duplicate.delete access");
            retain(library, TrashRetention.RETENTION);
            judged.history.undo(library.caller, number);
            assertThatThrownBy(() -> judged.history.undo(library.caller, number))
                    .hasMessage("This was undone already");
            retain(library, TrashRetention.RETENTION.plusSeconds(1));
            assertThat(judged.history.list(library.caller, Optional.empty(), 10))
                    .isEmpty();
            assertThatThrownBy(() -> judged.history.undo(library.caller, number))
                    .hasMessage("Not found or no duplicate.delete access");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theyAreListedAPageAtATime(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            var judged = new JudgedLibrary(library);
            List<AssetId> assets = library.addAssets(4);
            List<Long> numbers = List.of(
                    judged.resolve(assets.get(0), assets.subList(1, 2)),
                    judged.resolve(assets.get(0), assets.subList(2, 3)),
                    judged.resolve(assets.get(0), assets.subList(3, 4)));
            assertThat(judged.history.list(library.caller, Optional.empty(), 2))
                    .extracting(Resolution::number)
                    .containsExactly(numbers.get(2), numbers.get(1));
            assertThat(judged.history.list(library.caller, Optional.of(numbers.get(1)), 2))
                    .extracting(Resolution::number)
                    .containsExactly(numbers.get(0));
        }
    }

    private static void throwAwayLater(OwnedLibrary library, AssetId id) {
        library.run(() -> {
            Asset asset = library.storage.assets().get(id);
            library.storage.assets().save(asset.withState(asset.state().withTrashed(Samples.NOW.plusSeconds(60))));
        });
    }

    private static void describe(OwnedLibrary library, AssetId id) {
        var exif = Exif.UNKNOWN;
        library.run(() -> {
            Asset asset = library.storage.assets().get(id);
            library.storage
                    .exifs()
                    .save(
                            id,
                            new Exif(
                                    exif.camera(),
                                    exif.exposure(),
                                    new Capture(LocalDateTime.of(2020, 2, 3, 4, 5, 6), "UTC+2", null),
                                    Location.of(new Coordinates(48.5, 2.5)),
                                    new Caption("At the sea", 4, List.of()),
                                    exif.frame()));
            library.storage.assets().save(asset.withState(asset.state().withFavorite(true)));
        });
    }

    private static Exif exif(OwnedLibrary library, AssetId id) {
        return library.read(() -> library.storage.exifs().find(id)).orElse(Exif.UNKNOWN);
    }

    private static List<Held> heldBy(OwnedLibrary library, JudgedLibrary judged, AssetId id) {
        return library.read(() -> judged.relations.list(List.of(id)));
    }

    private static Duplicates duplicates(OwnedLibrary library) {
        return new Duplicates(
                library.storage.duplicates(),
                new Dismissals(library.storage.dismissals()),
                library.storage.assets(),
                library.storage.exifs(),
                library.own,
                library.storage.transactions());
    }

    private static void retain(OwnedLibrary library, Duration later) {
        InstantSource clock = InstantSource.fixed(Samples.NOW.plus(later));
        new ResolutionRetention(library.storage.resolutions(), library.storage.transactions(), clock).apply();
    }
}
