package app.heirloom.immich.json.asset;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.immich.json.ImmichMapper;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetState;
import app.heirloom.library.asset.AssetTimes;
import app.heirloom.library.asset.AssetType;
import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.Original;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.appearance.Appearance;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.asset.appearance.ThumbHash;
import app.heirloom.library.asset.grouping.DuplicateGroupId;
import app.heirloom.library.asset.grouping.Grouping;
import app.heirloom.library.asset.grouping.LibraryId;
import app.heirloom.library.metadata.Camera;
import app.heirloom.library.metadata.Caption;
import app.heirloom.library.metadata.Capture;
import app.heirloom.library.metadata.Coordinates;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.Exposure;
import app.heirloom.library.metadata.Frame;
import app.heirloom.library.metadata.Location;
import app.heirloom.library.metadata.Place;
import app.heirloom.library.search.FoundAsset;
import app.heirloom.library.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssetListTest {
    private static final long SEED = 7;
    private static final List<String> TEXTS =
            List.of("", "plain", "\"quoted\" \\ and/or", "Zürich 東京 🏔", "a\nb\u0000\u007f");

    private final Random random = new Random(SEED);

    @Test
    void writesWhatTheRecordsWrite() {
        List<FoundAsset> found = Stream.generate(this::found).limit(500).toList();
        List<AssetJson> records = found.stream()
                .map(each -> AssetJson.of(each.asset(), each.exif()))
                .toList();
        assertThat(ImmichMapper.read(AssetList.write(found))).isEqualTo(ImmichMapper.read(ImmichMapper.write(records)));
        assertThat(ImmichMapper.read(AssetList.writePage(found, "2", "next")))
                .isEqualTo(ImmichMapper.read(ImmichMapper.write(SearchResultJson.of(records, "2", "next"))));
    }

    @Test
    void anEmptyPageIsTheLast() {
        assertThat(ImmichMapper.read(AssetList.writePage(List.of(), null, null)))
                .isEqualTo(ImmichMapper.read(ImmichMapper.write(SearchResultJson.of(List.of(), null, null))));
    }

    private FoundAsset found() {
        return new FoundAsset(asset(), Optional.ofNullable(maybe(this::exif)));
    }

    private Asset asset() {
        AssetId id = AssetId.random();
        String name = text() + (random.nextBoolean() ? ".jpg" : ".MOV");
        return new Asset(
                id,
                UserId.random(),
                new Original(
                        name,
                        one(AssetType.values()),
                        Checksum.of(bytes(Checksum.LENGTH_IN_BYTES)),
                        random.nextLong(Long.MAX_VALUE),
                        new BlobKey("originals/" + id)),
                new AssetTimes(instant(), local(), instant(), instant(), instant()),
                new Appearance(
                        maybe(this::dimensions),
                        maybe(() -> Duration.ofMillis(random.nextInt())),
                        maybe(() -> ThumbHash.of(bytes(25)))),
                new AssetState(
                        one(Visibility.values()),
                        random.nextBoolean(),
                        maybe(this::instant),
                        random.nextBoolean(),
                        maybe(AssetId::random),
                        new Grouping(maybe(LibraryId::random), null, maybe(DuplicateGroupId::random))));
    }

    private Exif exif() {
        return new Exif(
                new Camera(maybe(this::text), maybe(this::text), maybe(this::text)),
                new Exposure(maybe(this::real), maybe(this::text), maybe(this::real), maybe(random::nextInt)),
                new Capture(maybe(this::local), maybe(this::text), maybe(this::local)),
                new Location(
                        maybe(() -> new Coordinates(random.nextDouble(-90, 90), random.nextDouble(-180, 180))),
                        new Place(maybe(this::text), maybe(this::text), maybe(this::text))),
                new Caption(text(), maybe(() -> random.nextInt(6)), List.of()),
                new Frame(maybe(this::dimensions), maybe(() -> random.nextInt(9)), null, null, maybe(this::text)));
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextInt(4) == 0 ? null : value.get();
    }

    private <T> T one(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private double real() {
        return random.nextBoolean() ? random.nextInt(100) : random.nextDouble() * Math.pow(10, random.nextInt(-9, 12));
    }

    private Dimensions dimensions() {
        return new Dimensions(random.nextInt(1, 9000), random.nextInt(1, 9000));
    }

    private LocalDateTime local() {
        return LocalDateTime.ofInstant(instant(), ZoneOffset.UTC);
    }

    private Instant instant() {
        return Instant.ofEpochSecond(random.nextLong(-10_000_000_000L, 10_000_000_000L), random.nextInt(1_000_000_000));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
