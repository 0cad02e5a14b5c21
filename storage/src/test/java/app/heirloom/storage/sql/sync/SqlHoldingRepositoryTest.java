package app.heirloom.storage.sql.sync;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.TestDatabase;
import app.heirloom.storage.sql.Samples;
import app.heirloom.storage.sql.SqlStorage;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SqlHoldingRepositoryTest {
    private static final LocalDateTime MAY = LocalDateTime.of(2024, 5, 31, 12, 0);
    private static final long SECOND = MAY.toEpochSecond(ZoneOffset.UTC);

    @ParameterizedTest
    @EnumSource
    void findsWhatWasCapturedWithinASecond(TestDatabase kind, @TempDir Path folder) {
        try (SqlStorage storage = kind.open(folder)) {
            UserId owner = Samples.addUser(storage).id();
            UserId other = Samples.addUser(storage).id();
            Asset first = add(storage, owner, 1, MAY);
            Asset last = add(storage, owner, 2, MAY.plusNanos(999_999_000));
            Asset trashed = add(storage, owner, 3, MAY);
            storage.transactions()
                    .run(() -> storage.assets()
                            .save(trashed.withState(trashed.state().withTrashed(Samples.NOW))));
            add(storage, owner, 4, MAY.plusSeconds(1));
            add(storage, owner, 5, MAY.minusNanos(1_000));
            add(storage, other, 6, MAY);

            assertThat(storage.transactions().read(() -> storage.holdings().listBySecond(owner, Set.of(SECOND))))
                    .extracting(holder -> holder.asset().id())
                    .containsExactlyInAnyOrder(first.id(), last.id(), trashed.id());
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsThousandsAtOnceAndBeforeTheYear1970(TestDatabase kind, @TempDir Path folder) {
        try (SqlStorage storage = kind.open(folder)) {
            UserId owner = Samples.addUser(storage).id();
            storage.transactions()
                    .run(() -> IntStream.range(0, 1_300)
                            .forEach(i -> storage.assets()
                                    .add(Samples.asset(
                                            owner,
                                            i,
                                            "a.jpg",
                                            LocalDateTime.of(1969, 12, 31, 23, 59)
                                                    .plusSeconds(i)))));
            List<Long> seconds = LongStream.range(-60, 1_240).boxed().toList();

            assertThat(storage.transactions().read(() -> storage.holdings().listBySecond(owner, seconds)))
                    .hasSize(1_300);
        }
    }

    @ParameterizedTest
    @EnumSource
    void remembersWhatWasRemovedForGoodUntilTheUserGoes(TestDatabase kind, @TempDir Path folder) {
        try (SqlStorage storage = kind.open(folder)) {
            UserId owner = Samples.addUser(storage).id();
            Asset removed = add(storage, owner, 1, MAY);
            Asset kept = add(storage, owner, 2, MAY);
            storage.transactions().run(() -> storage.assets().remove(List.of(removed.id())));
            var both = List.of(removed.original().checksum(), kept.original().checksum());

            assertThat(storage.transactions().read(() -> storage.holdings().listRemoved(owner, both)))
                    .containsOnlyKeys(removed.original().checksum());
            storage.transactions().run(() -> {
                storage.assets().remove(List.of(kept.id()));
                storage.userRemovals().remove(owner);
            });
            assertThat(storage.transactions().read(() -> storage.holdings().listRemoved(owner, both)))
                    .isEmpty();
        }
    }

    private static Asset add(SqlStorage storage, UserId owner, int content, LocalDateTime local) {
        Asset asset = Samples.asset(owner, content, "IMG_" + content + ".jpg", local);
        storage.transactions().run(() -> storage.assets().add(asset));
        return asset;
    }
}
