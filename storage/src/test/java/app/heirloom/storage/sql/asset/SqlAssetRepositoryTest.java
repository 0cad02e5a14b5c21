package app.heirloom.storage.sql.asset;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetFile;
import app.heirloom.library.asset.AssetFilter;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.asset.FileKind;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.appearance.Appearance;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.asset.appearance.ThumbHash;
import app.heirloom.library.timeline.TimeBucket;
import app.heirloom.library.timeline.TimelineOrder;
import app.heirloom.library.timeline.TimelineQuery;
import app.heirloom.library.timeline.TimelineSelection.Owned;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.TestDatabase;
import app.heirloom.storage.sql.Samples;
import app.heirloom.storage.sql.SqlStorage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SqlAssetRepositoryTest {
    private static final LocalDateTime MAY = LocalDateTime.of(2024, 5, 31, 23, 59, 59, 999_999_000);
    private static final AssetFilter TIMELINE = new AssetFilter(Visibility.TIMELINE, null, false);
    private static final AssetFilter TRASH = new AssetFilter(null, null, true);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void givesBackWhatWasSaved(TestDatabase kind) {
        try (SqlStorage storage = kind.open(folder)) {
            UserId owner = Samples.addUser(storage).id();
            Asset added = Samples.asset(owner, 1, "Ürsula.JPG", MAY);
            write(storage, () -> storage.assets().add(added));
            assertThat(read(storage, () -> storage.assets().find(added.id()))).contains(added);

            Asset changed = added.withAppearance(new Appearance(
                            new Dimensions(4000, 3000), Duration.ofMillis(1500), ThumbHash.of(new byte[] {1, 2, 3})))
                    .withState(added.state()
                            .withFavorite(true)
                            .withVisibility(Visibility.ARCHIVE)
                            .withTrashed(Samples.NOW)
                            .withLivePhotoVideo(AssetId.random()));
            storage.transactions().run(() -> storage.assets().save(changed));
            assertThat(read(storage, () -> storage.assets().find(added.id()))).contains(changed);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofManyUploadsOfOneContentExactlyOneIsAdded(TestDatabase kind) throws Exception {
        try (SqlStorage storage = kind.open(folder);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            UserId owner = Samples.addUser(storage).id();
            var added = IntStream.range(0, 50)
                    .mapToObj(i -> threads.submit(() ->
                            write(storage, () -> storage.assets().add(Samples.asset(owner, 7, i + ".jpg", MAY)))))
                    .toList();
            int count = 0;
            for (var each : added) {
                count += each.get() ? 1 : 0;
            }
            assertThat(count).isEqualTo(1);
            assertThat(usage(storage, owner)).isEqualTo(1_000);
        }
    }

    @ParameterizedTest
    @EnumSource
    void bucketsAreCountedThroughEveryChange(TestDatabase kind) {
        try (SqlStorage storage = kind.open(folder)) {
            UserId owner = Samples.addUser(storage).id();
            Asset may = Samples.asset(owner, 1, "may.jpg", MAY);
            Asset june = Samples.asset(owner, 2, "june.jpg", MAY.plusNanos(1_000));
            Asset alsoJune = Samples.asset(owner, 3, "also.jpg", MAY.plusDays(2));
            for (Asset asset : List.of(may, june, alsoJune)) {
                write(storage, () -> storage.assets().add(asset));
            }
            assertThat(buckets(storage, owner, TIMELINE))
                    .containsExactly(
                            new TimeBucket(YearMonth.of(2024, 6), 2), new TimeBucket(YearMonth.of(2024, 5), 1));
            assertThat(usage(storage, owner)).isEqualTo(3_000);

            storage.transactions().run(() -> {
                storage.assets().save(june.withState(june.state().withTrashed(Samples.NOW)));
                storage.assets().save(may.withState(may.state().withVisibility(Visibility.HIDDEN)));
            });
            assertThat(buckets(storage, owner, TIMELINE)).containsExactly(new TimeBucket(YearMonth.of(2024, 6), 1));
            assertThat(buckets(storage, owner, TRASH)).containsExactly(new TimeBucket(YearMonth.of(2024, 6), 1));

            storage.transactions().run(() -> storage.assets().remove(Set.of(alsoJune.id(), june.id())));
            assertThat(buckets(storage, owner, TIMELINE)).isEmpty();
            assertThat(usage(storage, owner)).isEqualTo(1_000);
            assertThat(read(storage, () -> storage.removals().list(10)))
                    .containsExactlyInAnyOrder(
                            alsoJune.original().key(), june.original().key());
        }
    }

    @ParameterizedTest
    @EnumSource
    void filesOfAnAssetAreReplacedByKindAndReferenced(TestDatabase kind) {
        try (SqlStorage storage = kind.open(folder)) {
            UserId owner = Samples.addUser(storage).id();
            Asset asset = Samples.asset(owner, 1, "a.jpg", MAY);
            BlobKey first = new BlobKey("derivatives/1");
            BlobKey second = new BlobKey("derivatives/2");
            storage.transactions().run(() -> {
                storage.assets().add(asset);
                storage.assets().saveFile(new AssetFile(asset.id(), FileKind.PREVIEW, first, 1));
                storage.assets().saveFile(new AssetFile(asset.id(), FileKind.PREVIEW, second, 2));
            });
            assertThat(read(storage, () -> storage.assets().listFiles(asset.id())))
                    .containsExactly(new AssetFile(asset.id(), FileKind.PREVIEW, second, 2));
            assertThat(read(storage, () -> storage.assets().isReferenced(second)))
                    .isTrue();
            assertThat(read(storage, () -> storage.assets().isReferenced(first)))
                    .isFalse();
        }
    }

    private static List<TimeBucket> buckets(SqlStorage storage, UserId owner, AssetFilter filter) {
        return read(
                storage,
                () -> storage.timeline()
                        .listBuckets(new TimelineQuery(new Owned(owner), filter, TimelineOrder.NEWEST_FIRST, null)));
    }

    private static long usage(SqlStorage storage, UserId owner) {
        return read(storage, () -> storage.users().get(owner)).quota().usageInBytes();
    }

    private static <T> T read(SqlStorage storage, Supplier<T> work) {
        return storage.transactions().read(work);
    }

    private static <T> T write(SqlStorage storage, Supplier<T> work) {
        return storage.transactions().write(work);
    }
}
