package app.heirloom.storage.sql.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetFilter;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.grouping.StackId;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.timeline.BoundingBox;
import app.heirloom.library.timeline.TimeBucket;
import app.heirloom.library.timeline.TimelineEntry;
import app.heirloom.library.timeline.TimelineOrder;
import app.heirloom.library.timeline.TimelineQuery;
import app.heirloom.library.timeline.TimelineSelection;
import app.heirloom.library.timeline.TimelineSelection.OfAlbum;
import app.heirloom.library.timeline.TimelineSelection.OfPerson;
import app.heirloom.library.timeline.TimelineSelection.OfTag;
import app.heirloom.library.timeline.TimelineSelection.Owned;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.DatabaseConfig;
import app.heirloom.storage.database.TestDatabase;
import app.heirloom.storage.sql.Rows;
import app.heirloom.storage.sql.Samples;
import app.heirloom.storage.sql.SqlStorage;
import app.heirloom.storage.sql.search.SearchSamples;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SqlTimelineRepositoryTest {
    private static final LocalDateTime MAY = LocalDateTime.of(2024, 5, 31, 23, 59);
    private static final AssetFilter TIMELINE = new AssetFilter(Visibility.TIMELINE, null, false);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aBucketIsOrderedByLocalDayThenByInstant(TestDatabase kind) {
        try (SqlStorage storage = kind.open(folder)) {
            UserId owner = Samples.addUser(storage).id();
            Asset late = Samples.asset(owner, 1, "late.jpg", MAY);
            Asset early = Samples.asset(owner, 2, "early.jpg", MAY.minusHours(3));
            Asset dayBefore = Samples.asset(owner, 3, "before.jpg", MAY.minusDays(1));
            storage.transactions()
                    .run(() -> List.of(early, dayBefore, late)
                            .forEach(asset -> storage.assets().add(asset)));
            var query = new TimelineQuery(new Owned(owner), TIMELINE, TimelineOrder.NEWEST_FIRST, null);
            assertThat(read(storage, () -> storage.timeline().listEntries(query, YearMonth.of(2024, 5))))
                    .extracting(TimelineEntry::id)
                    .containsExactly(late.id(), early.id(), dayBefore.id());
        }
    }

    /** Whatever is asked for: two ways of counting must agree, or clients show gaps. */
    @ParameterizedTest
    @EnumSource
    void eachBucketHasAsManyAssetsAsWereCounted(TestDatabase kind) {
        DatabaseConfig config = kind.config(folder);
        try (SqlStorage storage = SqlStorage.open(config, InstantSource.system());
                Rows rows = new Rows(config)) {
            var samples = new SearchSamples(storage, rows, 11);
            samples.fill(200);
            int shown = 0;
            for (TimelineQuery query : queries(samples)) {
                List<TimeBucket> buckets =
                        read(storage, () -> storage.timeline().listBuckets(query));
                for (TimeBucket bucket : buckets) {
                    var entries = read(storage, () -> storage.timeline().listEntries(query, bucket.month()));
                    assertThat(entries).as(query.toString()).hasSize(Math.toIntExact(bucket.count()));
                    shown += entries.size();
                }
                assertThat(buckets).extracting(TimeBucket::month).doesNotHaveDuplicates();
            }
            assertThat(shown).isGreaterThan(1_000);
        }
    }

    private static List<TimelineQuery> queries(SearchSamples samples) {
        UserId user = samples.owners.getFirst();
        List<TimelineSelection> selections = List.of(
                new Owned(user),
                new OfAlbum(user, samples.albums.getLast()),
                new OfPerson(user, samples.persons.getFirst()),
                new OfTag(user, samples.tag));
        List<AssetFilter> filters = List.of(
                TIMELINE,
                new AssetFilter(null, null, false),
                new AssetFilter(null, true, false),
                new AssetFilter(null, false, false),
                new AssetFilter(Visibility.LOCKED, null, false),
                new AssetFilter(null, null, true));
        List<TimelineQuery> queries = new ArrayList<>();
        for (TimelineSelection selection : selections) {
            for (AssetFilter filter : filters) {
                for (boolean primariesOnly : new boolean[] {true, false}) {
                    for (boolean byCreation : new boolean[] {true, false}) {
                        var order = new TimelineOrder(!primariesOnly, byCreation, primariesOnly);
                        queries.add(new TimelineQuery(selection, filter, order, null));
                    }
                }
            }
        }
        queries.add(new TimelineQuery(
                new Owned(user), TIMELINE, TimelineOrder.NEWEST_FIRST, new BoundingBox(170, -10, -170, 10)));
        return queries;
    }

    @ParameterizedTest
    @EnumSource
    void anAlbumShowsTheAssetsOfOthersButNotWhatTheyHide(TestDatabase kind) {
        DatabaseConfig config = kind.config(folder);
        try (SqlStorage storage = SqlStorage.open(config, InstantSource.system());
                Rows rows = new Rows(config)) {
            UserId owner = Samples.addUser(storage).id();
            UserId viewer = Samples.addUser(storage).id();
            Asset shown = Samples.asset(owner, 1, "shown.jpg", MAY);
            Asset liked = shown.withState(shown.state().withFavorite(true));
            Asset trashed = Samples.asset(owner, 2, "trashed.jpg", MAY);
            var album = rows.addAlbum(owner);
            storage.transactions().run(() -> {
                storage.assets().add(liked);
                storage.assets().add(trashed.withState(trashed.state().withTrashed(Samples.NOW)));
            });
            rows.addTo(album, liked.id());
            rows.addTo(album, trashed.id());
            var all = new AssetFilter(null, null, false);
            assertThat(may(storage, new OfAlbum(viewer, album), all))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.id()).isEqualTo(liked.id());
                        assertThat(entry.origin().owner()).isEqualTo(owner);
                        assertThat(entry.state().favorite()).isFalse();
                    });
            var trash = new AssetFilter(null, null, true);
            assertThat(may(storage, new OfAlbum(viewer, album), trash)).isEmpty();
            assertThat(may(storage, new OfAlbum(owner, album), trash)).hasSize(1);
            assertThat(may(storage, new OfAlbum(viewer, album), new AssetFilter(null, true, false)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStackIsShownByItsPrimaryAssetWithItsSize(TestDatabase kind) {
        DatabaseConfig config = kind.config(folder);
        try (SqlStorage storage = SqlStorage.open(config, InstantSource.system());
                Rows rows = new Rows(config)) {
            UserId owner = Samples.addUser(storage).id();
            Asset primary = Samples.asset(owner, 1, "primary.jpg", MAY);
            Asset behind = Samples.asset(owner, 2, "behind.jpg", MAY);
            storage.transactions().run(() -> {
                storage.assets().add(primary);
                storage.assets().add(behind);
            });
            StackId stack = StackId.random();
            rows.stack(primary.id(), stack, false);
            rows.stack(behind.id(), stack, true);
            var primaries = new TimelineQuery(new Owned(owner), TIMELINE, new TimelineOrder(true, false, true), null);
            assertThat(read(storage, () -> storage.timeline().listBuckets(primaries)))
                    .containsExactly(new TimeBucket(YearMonth.of(2024, 5), 1));
            assertThat(read(storage, () -> storage.timeline().listEntries(primaries, YearMonth.of(2024, 5))))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.id()).isEqualTo(primary.id());
                        assertThat(entry.state().grouping().stack()).isEqualTo(stack);
                        assertThat(entry.scene().stackSize()).isEqualTo(2);
                    });
        }
    }

    @ParameterizedTest
    @EnumSource
    void personsAndTagsAreTheirOwnersAlone(TestDatabase kind) {
        DatabaseConfig config = kind.config(folder);
        try (SqlStorage storage = SqlStorage.open(config, InstantSource.system());
                Rows rows = new Rows(config)) {
            UserId owner = Samples.addUser(storage).id();
            UserId other = Samples.addUser(storage).id();
            PersonId person = rows.addPerson(owner);
            var tag = rows.addTag(owner, null);
            var timeline = storage.timeline();
            assertThat(read(
                            storage,
                            () -> List.of(
                                    timeline.exists(new OfPerson(owner, person)),
                                    timeline.exists(new OfTag(owner, tag)),
                                    timeline.exists(new OfPerson(other, person)),
                                    timeline.exists(new OfTag(other, tag)))))
                    .containsExactly(true, true, false, false);
        }
    }

    private static List<TimelineEntry> may(SqlStorage storage, TimelineSelection selection, AssetFilter filter) {
        var query = new TimelineQuery(selection, filter, TimelineOrder.NEWEST_FIRST, null);
        return read(storage, () -> storage.timeline().listEntries(query, YearMonth.of(2024, 5)));
    }

    private static <T> T read(SqlStorage storage, Supplier<T> work) {
        return storage.transactions().read(work);
    }
}
