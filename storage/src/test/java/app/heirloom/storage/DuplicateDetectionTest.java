package app.heirloom.storage;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetFile;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.asset.FileKind;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.access.OwnAssets;
import app.heirloom.library.duplicate.Dismissals;
import app.heirloom.library.duplicate.DuplicateDetection;
import app.heirloom.library.duplicate.DuplicateGroup;
import app.heirloom.library.duplicate.DuplicateGrouping;
import app.heirloom.library.duplicate.Duplicates;
import app.heirloom.library.duplicate.LookAlikes;
import app.heirloom.library.embedding.Picture;
import app.heirloom.library.embedding.PreviewPictures;
import app.heirloom.library.embedding.RecentPictures;
import app.heirloom.library.job.Job;
import app.heirloom.library.job.JobId;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.JobType;
import app.heirloom.library.user.Caller;
import app.heirloom.storage.database.TestDatabase;
import app.heirloom.storage.files.FileBlobStore;
import app.heirloom.storage.sql.OwnedLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DuplicateDetectionTest {
    @TempDir
    Path folder;

    /** A library whose previews are lists of numbers: seed, width, height. */
    private static final class World implements AutoCloseable {
        final OwnedLibrary library;
        private final Path home;
        final Duplicates duplicates;
        private final DuplicateDetection detection;

        World(TestDatabase kind, Path home) {
            this.home = home;
            library = new OwnedLibrary(kind, home);
            FileBlobStore blobs = FileBlobStore.open(home);
            var storage = library.storage;
            var transactions = storage.transactions();
            var lookAlikes = new LookAlikes(storage.fingerprints(), LookAlikes.Hints.NONE, transactions);
            detection = new DuplicateDetection(
                    storage.fingerprints(),
                    new PreviewPictures(
                            storage.assets(),
                            blobs,
                            new RecentPictures(DuplicateDetectionTest::drawn, 1440, 2),
                            transactions),
                    new DuplicateGrouping(
                            storage.duplicates(),
                            storage.fingerprints(),
                            storage.dismissals(),
                            lookAlikes,
                            transactions),
                    new JobQueues(storage.jobs(), transactions, library.events),
                    transactions);
            duplicates = new Duplicates(
                    storage.duplicates(),
                    new Dismissals(storage.dismissals()),
                    storage.assets(),
                    storage.exifs(),
                    new OwnAssets(storage.assets()),
                    transactions);
        }

        AssetId add(Caller owner, int seed, int width, int height) {
            AssetId id = library.addAsset(owner);
            BlobKey key = new BlobKey("derivatives/" + id + "-preview.jpeg");
            try {
                Path file = home.resolve(key.path());
                Files.createDirectories(file.getParent());
                Files.writeString(file, seed + " " + width + " " + height);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            library.run(() -> library.storage.assets().saveFile(new AssetFile(id, FileKind.PREVIEW, key, 1)));
            return id;
        }

        AssetId add(int seed, int width, int height) {
            return add(library.caller, seed, width, height);
        }

        World detect(List<AssetId> assets) {
            for (AssetId asset : assets) {
                library.run(detection.handle(new Job(new JobId(1), JobType.DUPLICATE_DETECTION, asset.value(), 1, 0)));
            }
            return this;
        }

        Set<Set<AssetId>> groups() {
            Set<Set<AssetId>> groups = new HashSet<>();
            library.read(() -> library.storage.duplicates().list(library.caller.id())).stream()
                    .map(DuplicateGroup::assets)
                    .forEach(group -> groups.add(Set.copyOf(group)));
            return groups;
        }

        @Override
        public void close() {
            library.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void groupsAreTheSameInWhateverOrderPicturesCome(TestDatabase kind) {
        try (var world = new World(kind, folder)) {
            List<AssetId> same = List.of(world.add(1, 640, 480), world.add(1, 320, 240), world.add(1, 160, 120));
            List<AssetId> others = List.of(world.add(2, 640, 480), world.add(2, 640, 480));
            List<AssetId> all = new ArrayList<>(same);
            all.addAll(others);
            all.add(world.add(3, 640, 480));
            var random = new Random(7);
            for (int i = 0; i < 4; i++) {
                Collections.shuffle(all, random);
                assertThat(world.detect(all).groups()).containsExactlyInAnyOrder(Set.copyOf(same), Set.copyOf(others));
                world.library.run(() -> world.library.storage.duplicates().removeFromGroups(all));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatComesAfterTheYoungestWentIsFoundLikeAllElse(TestDatabase kind) {
        try (var world = new World(kind, folder)) {
            AssetId gone = world.add(2, 640, 480);
            world.detect(List.of(world.add(3, 640, 480), gone));
            world.library.run(() -> world.library.storage.assets().remove(List.of(gone)));
            AssetId large = world.add(1, 640, 480);
            AssetId small = world.add(1, 320, 240);
            assertThat(world.detect(List.of(large, small)).groups()).containsExactly(Set.of(large, small));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasDismissedIsNotGroupedAgainUntilItsOwnerAsks(TestDatabase kind) {
        try (var world = new World(kind, folder)) {
            AssetId large = world.add(1, 640, 480);
            AssetId small = world.add(1, 320, 240);
            List<AssetId> both = List.of(large, small);
            var group = world.detect(both).duplicates.list(world.library.caller).getFirst();
            world.duplicates.dismiss(world.library.caller, List.of(group.id()));
            assertThat(world.detect(both).groups()).isEmpty();

            AssetId smaller = world.add(1, 320, 240);
            assertThat(world.detect(List.of(smaller, large, small)).groups()).containsExactly(Set.of(small, smaller));

            world.duplicates.group(world.library.caller, both, group.id());
            assertThat(world.detect(List.of(large)).groups()).containsExactly(Set.of(large, small, smaller));
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverGroupsWithOthersOrWithWhatIsHiddenAway(TestDatabase kind) {
        try (var world = new World(kind, folder)) {
            AssetId mine = world.add(1, 640, 480);
            AssetId theirs = world.add(world.library.addCaller(), 1, 640, 480);
            AssetId trashed = world.add(1, 640, 480);
            world.library.trash(trashed, true);
            AssetId locked = world.add(1, 640, 480);
            world.library.run(() -> {
                Asset asset = world.library.storage.assets().get(locked);
                world.library
                        .storage
                        .assets()
                        .save(asset.withState(asset.state().withVisibility(Visibility.LOCKED)));
            });
            world.detect(List.of(mine, theirs, trashed, locked, mine));
            for (AssetId asset : List.of(mine, theirs, trashed, locked)) {
                assertThat(world.library.asset(asset).state().grouping().duplicateGroup())
                        .isNull();
            }
        }
    }

    /** Soft blots on a slope. */
    private static Picture drawn(Path file, int longestSide) {
        try {
            String[] words = Files.readString(file).split(" ", -1);
            var random = new Random(Integer.parseInt(words[0]));
            double[] blots = random.doubles(48).toArray();
            int width = Integer.parseInt(words[1]);
            int height = Integer.parseInt(words[2]);
            byte[] rgb = new byte[width * height * Picture.CHANNELS];
            for (int i = 0; i < rgb.length; i++) {
                double x = (Math.floorDiv(i, 3) % width + 0.5) / width;
                double y = (Math.floorDiv(i, 3 * width) + 0.5) / height;
                double light = 60 + 60 * y;
                for (int blot = 0; blot < blots.length; blot += 4) {
                    double distance =
                            Math.hypot(x - blots[blot], y - blots[blot + 1]) / (0.05 + 0.15 * blots[blot + 2]);
                    light += (blots[blot + 3] - 0.4) * 200 * Math.exp(-distance * distance);
                }
                rgb[i] = (byte) Math.clamp(light, 0, 255);
            }
            return new Picture(width, height, rgb);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
