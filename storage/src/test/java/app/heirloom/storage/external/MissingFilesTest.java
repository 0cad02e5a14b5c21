package app.heirloom.storage.external;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.event.AssetsRestored;
import app.heirloom.library.asset.event.AssetsTrashed;
import app.heirloom.library.external.ExternalLibrary.Scope;
import app.heirloom.library.external.folder.FolderEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MissingFilesTest extends ScanTest {

    @Test
    void aMissingPhotoGoesOfflineIntoTheTrashAndComesBack() throws IOException {
        library.write(3);
        library.scan();
        AssetId id = library.asset("001.jpg").id();
        Files.delete(library.photos.resolve("001.jpg"));
        library.scan();
        assertThat(library.asset(id).state().offline()).isTrue();
        assertThat(library.asset(id).state().trashed()).isNotNull();
        assertThat(library.shown()).isEqualTo(2);
        assertThat(library.published).contains(new AssetsTrashed(List.of(id), library.owner.id()));

        library.write("001.jpg", "photo 1");
        library.scan();
        assertThat(library.asset("001.jpg").id()).isEqualTo(id);
        assertThat(library.asset(id).state().offline()).isFalse();
        assertThat(library.asset(id).state().trashed()).isNull();
        assertThat(library.shown()).isEqualTo(3);
        assertThat(library.published).contains(new AssetsRestored(List.of(id), library.owner.id()));
    }

    @Test
    void whatItsOwnerThrewAwayStaysInTheTrashWhenItComesBack() throws IOException {
        Path file = library.write("a.jpg", "photo");
        library.write("b.jpg", "other");
        library.scan();
        Asset asset = library.asset("a.jpg");
        Instant thrown = Instant.parse("2026-01-01T00:00:00Z");
        library.storage
                .transactions()
                .run(() -> library.storage
                        .assets()
                        .save(asset.withState(asset.state().withTrashed(thrown))));
        Files.delete(file);
        library.scan();
        assertThat(library.asset(asset.id()).state().offline()).isTrue();
        library.write("a.jpg", "photo");
        library.scan();
        assertThat(library.asset(asset.id()).state().offline()).isFalse();
        assertThat(library.asset(asset.id()).state().trashed()).isEqualTo(thrown);
    }

    @Test
    void emptyingTheTrashSparesWhatIsOnlyOffline() throws IOException {
        library.write(3);
        library.scan();
        Asset thrown = library.asset("000.jpg");
        AssetId offline = library.asset("001.jpg").id();
        library.storage
                .transactions()
                .run(() -> library.storage
                        .assets()
                        .save(thrown.withState(thrown.state().withTrashed(Instant.EPOCH))));
        Files.delete(library.photos.resolve("000.jpg"));
        Files.delete(library.photos.resolve("001.jpg"));
        library.scan();
        assertThat(library.asset(offline).state().trashed()).isNotNull();
        assertThat(library.storage
                        .transactions()
                        .read(() -> library.storage.assets().listTrashed(library.owner.id())))
                .containsExactly(thrown.id());
    }

    @Test
    void aScanThatWouldLoseTooMuchStopsAndAsks() throws IOException {
        library.write(100);
        library.scan();
        delete(0, 25);
        library.scan();
        assertThat(library.offline()).isZero();
        assertThat(library.shown()).isEqualTo(100);
        assertThat(library.library().state().note()).contains("25 of 100").contains("force=true");

        library.scan();
        assertThat(library.offline()).as("asking twice is no yes").isZero();
        library.scanAcceptingLoss();
        assertThat(library.offline()).isEqualTo(25);
        assertThat(library.library().state().note()).isNull();

        delete(25, 60);
        library.scan();
        assertThat(library.offline()).as("a yes counts once").isEqualTo(25);
    }

    @Test
    void aTenthOrLessThanTwentyIsBelieved() throws IOException {
        library.write(200);
        library.scan();
        delete(0, 20);
        library.scan();
        assertThat(library.offline()).as("20 of 200").isEqualTo(20);
        delete(20, 39);
        library.scan();
        assertThat(library.offline()).as("19 of 180").isEqualTo(39);
        delete(39, 59);
        library.scan();
        assertThat(library.offline()).as("20 of 161").isEqualTo(39);
    }

    @Test
    void afterTheAlarmFoundPhotosAreAsBefore() throws IOException {
        library.write(50);
        library.scan();
        Map<String, Asset> before = library.assets();
        Path parked = Files.move(library.photos, folder.resolve("parked"));
        Files.createDirectories(library.photos);
        Files.writeString(library.photos.resolve("not-mounted"), "");
        library.scan();
        assertThat(library.assets()).isEqualTo(before);
        Files.delete(library.photos.resolve("not-mounted"));
        Files.delete(library.photos);
        Files.move(parked, library.photos);
        library.scan();
        assertThat(library.assets().keySet()).isEqualTo(before.keySet());
        assertThat(library.assets().values()).noneMatch(asset -> asset.state().offline());
        assertThat(library.library().state().note()).isNull();
    }

    @Test
    void aMountThatVanishedLosesNothing() throws IOException {
        library.write(5);
        library.scan();
        Map<String, Asset> before = library.assets();
        Path parked = Files.move(library.photos, folder.resolve("parked"));
        library.scan();
        assertThat(library.assets()).as("folder missing").isEqualTo(before);
        assertThat(library.library().state().note()).contains("does not exist");
        library.scanAcceptingLoss();
        assertThat(library.assets()).as("folder missing, by force").isEqualTo(before);

        Files.createDirectories(library.photos);
        library.scan();
        assertThat(library.assets()).as("folder empty").isEqualTo(before);
        assertThat(library.library().state().note()).contains("empty");
        Files.delete(library.photos);

        Files.writeString(library.photos, "a file");
        library.scan();
        assertThat(library.assets()).as("a file in its place").isEqualTo(before);
        Files.delete(library.photos);

        Files.move(parked, library.photos);
        library.scan();
        assertThat(library.assets()).isEqualTo(before);
        assertThat(library.library().state().note()).isNull();
    }

    @Test
    void aPathThatEndsInASlashIsGuardedAsWell() throws IOException {
        library.write(5);
        library.libraries.update(
                library.id,
                Optional.empty(),
                scope -> new Scope(List.of(library.photos + "/"), scope.exclusionPatterns()));
        library.scan();
        Files.move(library.photos, folder.resolve("parked"));
        library.scan();
        assertThat(library.assets()).hasSize(5);
        assertThat(library.offline()).isZero();
    }

    @Test
    void aLossThatIsAcceptedDuringAScanIsForTheNext() throws IOException {
        library.write(50);
        library.scan();
        delete(0, 30);
        library.readThrough(real -> new FolderGlasses(real) {
            @Override
            public List<FolderEntry> list(Path folder) throws IOException {
                library.libraries.scan(library.id, true);
                return super.list(folder);
            }
        });
        library.scan();
        assertThat(library.offline()).isZero();
        library.readThrough(real -> real);
        library.scan();
        assertThat(library.offline()).isEqualTo(30);
    }

    @Test
    void anotherFolderOfTheLibraryIsScannedAllTheSame() throws IOException {
        library.write(5);
        Path other = Files.createDirectories(folder.resolve("other"));
        library.include(library.photos, other);
        library.scan();
        Files.move(library.photos, folder.resolve("parked"));
        Files.writeString(other.resolve("new.jpg"), "new");
        library.scan();
        assertThat(library.assets()).hasSize(6).containsKey("../other/new.jpg");
        assertThat(library.offline()).isZero();
    }

    @Test
    void photosInUnreadableFoldersStay() throws IOException {
        library.write("a/1.jpg", "1");
        library.write("b/2.jpg", "2");
        library.write("b/c/3.jpg", "3");
        library.write("d/4.jpg", "4");
        library.scan();
        Files.delete(library.photos.resolve("d/4.jpg"));
        library.readThrough(real -> new FolderGlasses(real) {
            @Override
            public List<FolderEntry> list(Path folder) throws IOException {
                if (folder.endsWith("b")) {
                    throw new java.nio.file.AccessDeniedException(folder.toString());
                }
                return super.list(folder);
            }
        });
        library.scan();
        assertThat(library.asset("b/2.jpg").state().offline()).isFalse();
        assertThat(library.asset("b/c/3.jpg").state().offline()).isFalse();
        assertThat(library.asset("d/4.jpg").state().offline()).isTrue();
    }

    @Test
    void aLinkIntoNowhereIsNoLoss() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("in.jpg"), "in");
        Files.writeString(folder.resolve("single.jpg"), "single");
        Files.createSymbolicLink(library.photos.resolve("album"), elsewhere);
        Files.createSymbolicLink(library.photos.resolve("single.jpg"), folder.resolve("single.jpg"));
        library.scan();
        assertThat(library.assets()).containsOnlyKeys("album/in.jpg", "single.jpg");
        Map<String, Asset> before = library.assets();
        Files.move(elsewhere, folder.resolve("parked"));
        Files.move(folder.resolve("single.jpg"), folder.resolve("parked.jpg"));
        library.scan();
        assertThat(library.assets()).isEqualTo(before);
    }

    @Test
    void whatNoImportPathLeadsToGoesOffline() throws IOException {
        library.write("a/1.jpg", "1");
        library.write("b/2.jpg", "2");
        library.scan();
        library.include(library.photos.resolve("a"));
        library.scan();
        assertThat(library.asset("b/2.jpg").state().offline()).isTrue();
        assertThat(library.asset("a/1.jpg").state().offline()).isFalse();
    }

    private void delete(int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            Files.delete(library.photos.resolve("%03d.jpg".formatted(i)));
        }
    }
}
