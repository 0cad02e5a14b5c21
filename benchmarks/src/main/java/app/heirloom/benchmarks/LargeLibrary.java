package app.heirloom.benchmarks;

import app.heirloom.library.asset.Appearance;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetState;
import app.heirloom.library.asset.AssetTimes;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.Dimensions;
import app.heirloom.library.asset.Original;
import app.heirloom.library.asset.ThumbHash;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.DatabaseConfig;
import app.heirloom.storage.sql.SqlStorage;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Fills the database of a library with a million assets of its one user, without their files. The newest month holds
 * 5,600 of them, and each month before it twelve fewer.
 */
final class LargeLibrary {
    static final int SIZE = 1_000_000;
    static final int LARGEST_MONTH = 5_600;
    static final YearMonth NEWEST_MONTH = YearMonth.of(2024, 12);
    private static final int FEWER_PER_MONTH = 12;
    private static final int ROWS_PER_COMMIT = 5_000;

    private final SplittableRandom random = new SplittableRandom(1);
    private final SqlStorage storage;
    private final UserId owner;

    private LargeLibrary(SqlStorage storage) {
        this.storage = storage;
        this.owner = storage.transactions()
                .read(() -> storage.users().list().getFirst().id());
    }

    /** The database must have its user, and no server may run on it. */
    static void fill(Path database) {
        try (SqlStorage storage = SqlStorage.open(DatabaseConfig.sqlite(database), InstantSource.system())) {
            new LargeLibrary(storage).fill();
        }
    }

    private void fill() {
        List<Asset> portion = new ArrayList<>();
        YearMonth month = NEWEST_MONTH;
        int left = SIZE;
        for (int size = LARGEST_MONTH; left > 0; size -= FEWER_PER_MONTH) {
            for (int i = 0; i < Math.min(size, left); i++) {
                portion.add(asset(month));
                if (portion.size() == ROWS_PER_COMMIT) {
                    add(portion);
                    portion.clear();
                }
            }
            left -= size;
            month = month.minusMonths(1);
        }
        add(portion);
    }

    private void add(List<Asset> portion) {
        storage.transactions()
                .run(() -> portion.forEach(asset -> {
                    storage.assets().add(asset);
                    storage.exifs().save(asset.id(), Exif.UNKNOWN);
                }));
    }

    private Asset asset(YearMonth month) {
        AssetId id = AssetId.random();
        LocalDateTime local =
                month.atDay(1).atStartOfDay().plusSeconds(random.nextLong(month.lengthOfMonth() * 86_400L));
        AssetType type = random.nextInt(10) == 0 ? AssetType.VIDEO : AssetType.IMAGE;
        byte[] checksum = bytes(Checksum.LENGTH_IN_BYTES);
        var instant = local.minusHours(2).toInstant(ZoneOffset.UTC);
        return new Asset(
                id,
                owner,
                new Original(
                        "IMG_%d.JPG".formatted(random.nextInt(10_000)),
                        type,
                        Checksum.of(checksum),
                        random.nextLong(1_000_000, 6_000_000),
                        new BlobKey("originals/" + owner.value() + "/" + id + ".jpg")),
                new AssetTimes(instant, local, instant, instant, instant),
                new Appearance(new Dimensions(4000, 3000), null, ThumbHash.of(bytes(25))),
                AssetState.of(Visibility.TIMELINE).withFavorite(random.nextInt(50) == 0));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
