package app.heirloom.storage.sql.album;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.album.Album;
import app.heirloom.library.album.AlbumContents;
import app.heirloom.library.album.AlbumDetails;
import app.heirloom.library.album.AlbumFilter;
import app.heirloom.library.album.AlbumId;
import app.heirloom.library.album.AlbumRole;
import app.heirloom.library.album.AlbumSummary;
import app.heirloom.library.album.Membership;
import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.AssetRelations.Relation;
import app.heirloom.library.asset.AssetTimes;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.TestDatabase;
import app.heirloom.storage.sql.Samples;
import app.heirloom.storage.sql.SqlStorage;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What triggers keep of albums must at all times be what a look at their assets gives. */
class AlbumContentsTest {
    private static final LocalDateTime MAY = LocalDateTime.of(2024, 5, 31, 12, 0);
    private static final int STEPS = 400;

    private final Random random = new Random(4);
    private final Map<AssetId, Asset> assets = new LinkedHashMap<>();
    private final Map<AlbumId, Set<AssetId>> albums = new LinkedHashMap<>();
    private int contents;

    @ParameterizedTest
    @EnumSource
    void isWhatTheAssetsComeToWhateverHappensToThem(TestDatabase kind, @TempDir Path folder) {
        try (SqlStorage storage = kind.open(folder)) {
            UserId owner = Samples.addUser(storage).id();
            for (int step = 0; step < STEPS; step++) {
                storage.transactions().run(() -> change(storage, owner));
                List<AlbumSummary> found = storage.transactions()
                        .read(() -> storage.albums().albums().list(AlbumFilter.of(owner)));
                assertThat(found)
                        .as("step %d", step)
                        .hasSameSizeAs(albums.keySet())
                        .allSatisfy(this::hasWhatItsAssetsComeTo);
            }
            assertThat(contents).isGreaterThan(30);
        }
    }

    private void hasWhatItsAssetsComeTo(AlbumSummary summary) {
        List<Asset> shown = shown(summary.album().id());
        assertThat(summary.contents()).isEqualTo(new AlbumContents(shown.size(), span(shown)));
        AssetId thumbnail = summary.album().thumbnail();
        if (shown.isEmpty()) {
            assertThat(thumbnail).isNull();
        } else {
            assertThat(shown).extracting(Asset::id).contains(thumbnail);
        }
    }

    private List<Asset> shown(AlbumId album) {
        return albums.getOrDefault(album, Set.of()).stream()
                .map(id -> Objects.requireNonNull(assets.get(id)))
                .filter(asset -> asset.state().trashed() == null)
                .filter(asset -> Set.of(Visibility.TIMELINE, Visibility.ARCHIVE)
                        .contains(asset.state().visibility()))
                .toList();
    }

    private static Optional<AlbumContents.Span> span(List<Asset> shown) {
        List<AssetTimes> times = shown.stream().map(Asset::times).toList();
        return times.stream()
                .map(AssetTimes::local)
                .min(LocalDateTime::compareTo)
                .map(first -> new AlbumContents.Span(
                        first,
                        times.stream()
                                .map(AssetTimes::local)
                                .max(LocalDateTime::compareTo)
                                .orElseThrow(),
                        times.stream()
                                .map(AssetTimes::updated)
                                .max(Instant::compareTo)
                                .orElseThrow()));
    }

    private void change(SqlStorage storage, UserId owner) {
        var repository = storage.albums();
        if (assets.size() < 5 || random.nextInt(8) == 0) {
            Asset asset = Samples.asset(owner, ++contents, "a.jpg", anyTime());
            storage.assets().add(asset);
            assets.put(asset.id(), asset);
        } else if (albums.size() < 3 || random.nextInt(30) == 0) {
            var album = new Album(AlbumId.random(), AlbumDetails.of("Album", ""), null, Samples.NOW, Samples.NOW);
            repository.albums().add(album);
            repository.members().add(album.id(), new Membership(owner, AlbumRole.OWNER), Samples.NOW);
            albums.put(album.id(), new LinkedHashSet<>());
        } else {
            changeOne(storage, any(assets.keySet()), any(albums.keySet()));
        }
    }

    private void changeOne(SqlStorage storage, AssetId id, AlbumId album) {
        Asset asset = Objects.requireNonNull(assets.get(id));
        Set<AssetId> members = Objects.requireNonNull(albums.get(album));
        var repository = storage.albums();
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> {
                List<AssetId> several = List.of(id, any(assets.keySet()), any(assets.keySet()));
                members.addAll(storage.albumAssets().add(album, new LinkedHashSet<>(several), Samples.NOW));
            }
            case 3 -> {
                storage.albumAssets().remove(album, Set.of(id));
                members.remove(id);
            }
            case 4 ->
                save(storage, asset.withState(asset.state().withTrashed(random.nextBoolean() ? Samples.NOW : null)));
            case 5 -> save(storage, asset.withState(asset.state().withVisibility(any(List.of(Visibility.values())))));
            case 6 -> save(storage, asset.withTimes(anyTimes(asset.times())));
            case 7 -> {
                AssetId target = any(assets.keySet());
                storage.relations().copy(Set.of(Relation.ALBUMS), Set.of(id), target);
                albums.values().stream().filter(each -> each.contains(id)).forEach(each -> each.add(target));
            }
            case 8 -> {
                storage.assets().remove(Set.of(id));
                assets.remove(id);
                albums.values().forEach(each -> each.remove(id));
            }
            default -> {
                if (random.nextInt(4) == 0) {
                    repository.albums().remove(album);
                    albums.remove(album);
                } else {
                    storage.albumAssets().refresh(album, Samples.NOW);
                }
            }
        }
    }

    private void save(SqlStorage storage, Asset asset) {
        storage.assets().save(asset);
        assets.put(asset.id(), asset);
    }

    private AssetTimes anyTimes(AssetTimes old) {
        LocalDateTime local = anyTime();
        Instant updated = Samples.NOW.plusSeconds(random.nextInt(1_000));
        return new AssetTimes(local.toInstant(ZoneOffset.UTC), local, old.fileModified(), old.created(), updated);
    }

    private LocalDateTime anyTime() {
        return MAY.plusHours(random.nextInt(10_000));
    }

    private <T> T any(Collection<T> all) {
        return new ArrayList<>(all).get(random.nextInt(all.size()));
    }
}
