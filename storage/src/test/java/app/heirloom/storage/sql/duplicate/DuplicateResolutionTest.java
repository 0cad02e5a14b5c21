package app.heirloom.storage.sql.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Outcome;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.access.OwnAssets;
import app.heirloom.library.asset.appearance.Appearance;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.duplicate.Dismissals;
import app.heirloom.library.duplicate.DuplicateGroup;
import app.heirloom.library.duplicate.Duplicates;
import app.heirloom.library.metadata.Caption;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.Location;
import app.heirloom.library.resolution.Verdict;
import app.heirloom.library.stack.Stack;
import app.heirloom.library.stack.Stacks;
import app.heirloom.storage.database.Database;
import app.heirloom.storage.database.Row;
import app.heirloom.storage.database.TestDatabase;
import app.heirloom.storage.sql.OwnedLibrary;
import app.heirloom.storage.sql.Rows;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is known of those that go is known of the one that stays. */
class DuplicateResolutionTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void theKeptAssetInheritsMetadata(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            AssetId kept = library.addAsset();
            AssetId gone = library.addAsset();
            var exif = Exif.UNKNOWN;
            var local = LocalDateTime.of(2020, 2, 3, 4, 5, 6);
            var known = new Exif(
                    exif.camera(),
                    exif.exposure(),
                    new Capture(local, "UTC+2", null),
                    Location.of(new Coordinates(48.5, 2.5)),
                    new Caption("At the sea", 4, List.of()),
                    exif.frame());
            library.run(() -> {
                Asset asset = library.storage.assets().get(gone);
                library.storage.exifs().save(gone, known);
                library.storage
                        .assets()
                        .save(asset.withState(asset.state().withFavorite(true).withVisibility(Visibility.ARCHIVE)));
            });
            assertThat(resolve(library, kept, gone).refusal()).isNull();
            Asset heir = library.asset(kept);
            assertThat(heir.state().favorite()).isTrue();
            assertThat(heir.state().visibility()).isEqualTo(Visibility.ARCHIVE);
            assertThat(heir.times().local()).isEqualTo(local);
            assertThat(heir.times().captured()).isEqualTo("2020-02-03T02:05:06Z");
            Exif inherited =
                    library.read(() -> library.storage.exifs().find(kept)).orElseThrow();
            assertThat(inherited.caption().description()).isEqualTo("At the sea");
            assertThat(inherited.caption().rating()).isEqualTo(4);
            assertThat(inherited.coordinates()).isEqualTo(new Coordinates(48.5, 2.5));
            assertThat(inherited.capture().zone()).isEqualTo("UTC+2");
            Asset loser = library.asset(gone);
            assertThat(loser.state().trashed()).isNotNull();
            assertThat(loser.state().grouping().duplicateGroup()).isNull();
            assertThat(heir.state().grouping().duplicateGroup()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theKeptAssetInheritsAlbumsTagsAndLinks(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            AssetId kept = library.addAsset();
            AssetId gone = library.addAsset();
            var held = new HeldThings(library);
            held.putOn(gone);
            UUID both = held.addAlbum(kept, gone);
            resolve(library, kept, gone);
            for (AssetId asset : List.of(kept, gone)) {
                assertThat(column(library, "select album_id from album_asset where asset_id = ?", asset))
                        .containsExactlyInAnyOrder(held.album, both);
                assertThat(column(library, "select tag_id from tag_asset where asset_id = ?", asset))
                        .containsExactly(held.tag);
                assertThat(column(library, "select link_id from shared_link_asset where asset_id = ?", asset))
                        .containsExactly(held.link);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theKeptAssetInheritsPeopleInScaledBoxes(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            AssetId kept = library.addAsset();
            AssetId gone = library.addAsset();
            UUID anna = addPerson(library);
            UUID ben = addPerson(library);
            UUID eve = addPerson(library);
            library.run(() -> {
                Asset asset = library.storage.assets().get(kept);
                library.storage
                        .assets()
                        .save(asset.withAppearance(new Appearance(new Dimensions(2000, 1000), null, null)));
                addFace(library, kept, null, 2000, 1000, 1000, 200, 1200, 400);
                addFace(library, kept, eve, 2000, 1000, 0, 0, 100, 100);
                addFace(library, gone, anna, 200, 100, 10, 20, 30, 40);
                addFace(library, gone, ben, 200, 100, 101, 20, 120, 40);
                addFace(library, gone, eve, 200, 100, 150, 50, 160, 60);
            });
            resolve(library, kept, gone);
            assertThat(library.read(() -> Rows.of(library.storage)
                            .list(
                                    """
                            select person_id, image_width, image_height, x1, y1, x2, y2 from asset_face
                            where asset_id = ?
                            """,
                                    row -> row.uuidOrNull() + ":"
                                            + new ScaledBox(
                                                    row.integer(),
                                                    row.integer(),
                                                    row.integer(),
                                                    row.integer(),
                                                    row.integer(),
                                                    row.integer()),
                                    kept.value())))
                    .containsExactlyInAnyOrder(
                            anna + ":" + new ScaledBox(2000, 1000, 100, 200, 300, 400),
                            ben + ":" + new ScaledBox(2000, 1000, 1000, 200, 1200, 400),
                            eve + ":" + new ScaledBox(2000, 1000, 0, 0, 100, 100));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theKeptAssetTakesThePlaceInAStack(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            AssetId kept = library.addAsset();
            AssetId gone = library.addAsset();
            AssetId other = library.addAsset();
            var stacks =
                    new Stacks(library.storage.stacks(), library.own, library.storage.transactions(), library.events);
            Stack stack = stacks.create(library.caller, List.of(gone, other));
            resolve(library, kept, gone);
            assertThat(stacks.get(library.caller, stack.id()).assets()).containsExactly(kept, gone, other);
            library.run(() -> library.storage.assets().remove(Set.of(gone)));
            assertThat(stacks.get(library.caller, stack.id()).assets()).containsExactly(kept, other);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aVerdictThatIsNoPartitionChangesNothing(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            List<AssetId> assets = library.addAssets(3);
            AssetId stranger = library.addAsset();
            DuplicateGroupId id = group(library, assets);
            AssetId a = assets.get(0);
            AssetId b = assets.get(1);
            AssetId c = assets.get(2);
            List<Outcome> outcomes = new JudgedLibrary(library)
                    .resolution.resolve(
                            library.caller,
                            List.of(
                                    new Verdict(id, List.of(a), List.of(b)),
                                    new Verdict(id, List.of(a, b), List.of(b, c)),
                                    new Verdict(id, List.of(a), List.of(b, c, stranger)),
                                    new Verdict(DuplicateGroupId.random(), List.of(a), List.of(b, c))));
            assertThat(outcomes)
                    .extracting(Outcome::refusal)
                    .containsExactly(
                            Outcome.Refusal.VALIDATION,
                            Outcome.Refusal.VALIDATION,
                            Outcome.Refusal.VALIDATION,
                            Outcome.Refusal.NOT_FOUND);
            assertThat(outcomes.getFirst().message()).contains("kept or trashed");
            assertThat(library.asset(b).state().trashed()).isNull();
            assertThat(new JudgedLibrary(library)
                            .resolution.resolve(
                                    library.addCaller(), List.of(new Verdict(id, List.of(a), List.of(b, c)))))
                    .extracting(Outcome::refusal)
                    .containsExactly(Outcome.Refusal.NOT_FOUND);
        }
    }

    @ParameterizedTest
    @EnumSource
    void groupsAreListedUntilOneAssetIsLeft(TestDatabase kind) {
        try (var library = new OwnedLibrary(kind, folder)) {
            List<AssetId> assets = library.addAssets(4);
            DuplicateGroupId pair = group(library, assets.subList(0, 2));
            DuplicateGroupId over = group(library, assets.subList(2, 4));
            library.trash(assets.get(3), true);
            var duplicates = new Duplicates(
                    library.storage.duplicates(),
                    new Dismissals(library.storage.dismissals()),
                    library.storage.assets(),
                    library.storage.exifs(),
                    new OwnAssets(library.storage.assets()),
                    library.storage.transactions());
            assertThat(duplicates.list(library.addCaller())).isEmpty();
            assertThat(duplicates.list(library.caller)).singleElement().satisfies(shown -> {
                assertThat(shown.id()).isEqualTo(pair);
                assertThat(shown.assets()).hasSize(2);
                assertThat(shown.keep()).contains(assets.get(0));
            });
            assertThat(library.asset(assets.get(2)).state().grouping().duplicateGroup())
                    .isNull();
            assertThatThrownBy(() -> duplicates.dismiss(library.caller, List.of(pair, over)))
                    .hasMessage("Not found or no duplicate.delete access");
            duplicates.dismiss(library.caller, List.of(pair));
            assertThat(duplicates.list(library.caller)).isEmpty();

            duplicates.group(library.caller, assets.subList(0, 3), pair);
            duplicates.ungroup(library.caller, assets.subList(2, 3));
            assertThatThrownBy(() -> duplicates.ungroup(library.addCaller(), assets.subList(0, 1)))
                    .hasMessage("Not found or no asset.update access");
            assertThat(duplicates.list(library.caller))
                    .singleElement()
                    .satisfies(shown -> assertThat(shown.assets()).hasSize(2));
        }
    }

    private static Outcome resolve(OwnedLibrary library, AssetId kept, AssetId gone) {
        DuplicateGroupId id = group(library, List.of(kept, gone));
        return new JudgedLibrary(library)
                .resolution
                .resolve(library.caller, List.of(new Verdict(id, List.of(kept), List.of(gone))))
                .getFirst();
    }

    private static DuplicateGroupId group(OwnedLibrary library, List<AssetId> assets) {
        DuplicateGroupId id = DuplicateGroupId.random();
        library.run(() -> library.storage.duplicates().saveGroup(new DuplicateGroup(id, assets)));
        return id;
    }

    private static List<UUID> column(OwnedLibrary library, String sql, AssetId asset) {
        return library.read(() -> Rows.of(library.storage).list(sql, Row::uuid, asset.value()));
    }

    private static UUID addPerson(OwnedLibrary library) {
        UUID id = UUID.randomUUID();
        Database rows = Rows.of(library.storage);
        library.run(() -> rows.update("""
                insert into person (id, owner_id, name, name_folded, is_hidden, is_favorite, created_at, updated_at,
                  change_id)
                values (?, ?, '', '', ?, ?, 1, 1, ?)
                """, id, library.caller.id().value(), false, false, rows.nextChange()));
        return id;
    }

    private static void addFace(OwnedLibrary library, AssetId asset, @Nullable UUID person, Integer... imageAndBox) {
        Database rows = Rows.of(library.storage);
        rows.update(
                """
                insert into asset_face (id, asset_id, person_id, source, image_width, image_height, x1, y1, x2, y2,
                  is_visible, change_id)
                values (?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                UUID.randomUUID(),
                asset.value(),
                person,
                imageAndBox[0],
                imageAndBox[1],
                imageAndBox[2],
                imageAndBox[3],
                imageAndBox[4],
                imageAndBox[5],
                true,
                rows.nextChange());
    }
}
