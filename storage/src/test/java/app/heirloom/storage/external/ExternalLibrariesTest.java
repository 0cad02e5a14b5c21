package app.heirloom.storage.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetFile;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.asset.FileKind;
import app.heirloom.library.asset.event.AssetsDeleted;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.event.Events;
import app.heirloom.library.external.ExternalLibrary.Scope;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.job.Queue;
import app.heirloom.library.trash.AssetRemoval;
import app.heirloom.library.trash.TrashRetention;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.sql.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Libraries as such: which paths they take, how they go, and what the trash does to them. */
class ExternalLibrariesTest extends ScanTest {

    @Test
    void refusesPathsThatAreNoneOrLeadIntoTheDataDirectory() throws IOException {
        Path inside = Files.createDirectories(library.data.resolve("originals"));
        Path link = Files.createSymbolicLink(folder.resolve("innocent"), inside);
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(library.libraries.objections(List.of(
                        library.photos.toString(),
                        inside.toString(),
                        library.data.toString(),
                        link.toString(),
                        file.toString(),
                        "relative",
                        library.photos + "/../data",
                        folder + "/missing",
                        "/tmp\n/etc",
                        "/\0")))
                .hasSize(9)
                .doesNotContainKey(library.photos.toString())
                .hasEntrySatisfying(link.toString(), why -> assertThat(why).contains("data directory"));
        assertThatThrownBy(() -> library.include(link)).isInstanceOf(HeirloomException.class);
        assertThatThrownBy(() -> library.libraries.create(library.owner.id(), "x", new Scope(List.of("x"), List.of())))
                .hasMessageContaining("absolute");
        assertThatThrownBy(() -> library.libraries.create(UserId.random(), "x", new Scope(List.of(), List.of())))
                .hasMessageContaining("no user");
        assertThatThrownBy(
                        () -> library.libraries.create(library.owner.id(), "x", new Scope(List.of(), List.of("**/{a"))))
                .hasMessageContaining("malformed");
    }

    @Test
    void aRemovedLibraryTakesItsAssetsAlongButNoFile() throws IOException {
        library.write(450);
        library.write("000.jpg.xmp", "sidecar");
        library.scan();
        AssetId one = library.asset("000.jpg").id();
        library.removeLibrary();
        assertThat(library.libraries.list()).isEmpty();
        assertThat(library.files()).isEmpty();
        assertThat(library.storage
                        .transactions()
                        .read(() -> library.storage.assets().find(one)))
                .isEmpty();
        assertThat(library.published)
                .filteredOn(AssetsDeleted.class::isInstance)
                .hasSize(3);
        assertThat(library.storage
                        .transactions()
                        .read(() -> library.storage.removals().list(10)))
                .as("bytes to remove")
                .isEmpty();
        assertThat(library.photos.resolve("000.jpg")).hasContent("photo 0");
        assertThat(library.photos.resolve("000.jpg.xmp")).hasContent("sidecar");
        assertThatThrownBy(() -> library.libraries.get(library.id)).isInstanceOf(HeirloomException.class);
    }

    @Test
    void aDeletedPhotoIsFoundAnewByTheNextScan() throws IOException {
        library.write("a.jpg", "photo");
        library.scan();
        AssetId id = library.asset("a.jpg").id();
        library.storage.transactions().run(() -> library.storage.assets().remove(List.of(id)));
        assertThat(library.assets()).isEmpty();
        library.scan();
        assertThat(library.asset("a.jpg").id()).isNotEqualTo(id);
    }

    @Test
    void retentionDeletesWhatWasThrownAwayLongAgoButNothingOffline() throws IOException {
        library.write(4);
        library.scan();
        Instant now = Instant.now();
        Asset old = library.asset("000.jpg");
        Asset recent = library.asset("001.jpg");
        Asset gone = library.asset("002.jpg");
        Asset upload = Samples.asset(library.owner.id(), 1, "u.jpg", LocalDateTime.of(2020, 1, 1, 0, 0));
        library.storage.transactions().run(() -> {
            var assets = library.storage.assets();
            assets.add(upload.withState(upload.state().withTrashed(now.minus(Duration.ofDays(31)))));
            assets.save(old.withState(old.state().withTrashed(now.minus(Duration.ofDays(31)))));
            assets.save(recent.withState(recent.state().withTrashed(now.minus(Duration.ofDays(29)))));
            assets.save(gone.withState(
                    gone.state().withTrashed(now.minus(Duration.ofDays(99))).withOffline(true)));
        });
        var transactions = library.storage.transactions();
        var queues = new JobQueues(library.storage.jobs(), transactions, new Events());
        var removal = new AssetRemoval(library.storage.assets(), queues, transactions, new Events());
        var retention = new TrashRetention(library.storage.assets(), removal, transactions, InstantSource.system());
        assertThat(retention.removeExpired()).isEqualTo(2);
        assertThat(retention.removeExpired()).isZero();
        assertThat(library.assets()).containsOnlyKeys("001.jpg", "002.jpg", "003.jpg");
        assertThat(library.waiting(Queue.BACKGROUND_TASK)).isPositive();
    }

    @Test
    void scanAllQueuesEachLibraryOnce() {
        library.libraries.create(library.owner.id(), "Other", new Scope(List.of(), List.of()));
        library.libraries.scanAll(false);
        library.libraries.scanAll(false);
        assertThat(library.waiting(Queue.LIBRARY)).isEqualTo(2);
    }

    @Test
    void oursAmongTheirsIsRemovedWithTheAsset() throws IOException {
        library.write("a.jpg", "photo");
        library.scan();
        AssetId id = library.asset("a.jpg").id();
        var preview = new AssetFile(id, FileKind.PREVIEW, new BlobKey("derivatives/x/a-preview.jpeg"), 1);
        library.storage.transactions().run(() -> library.storage.assets().saveFile(preview));
        library.storage.transactions().run(() -> library.storage.assets().remove(List.of(id)));
        assertThat(library.storage
                        .transactions()
                        .read(() -> library.storage.removals().list(10)))
                .containsExactly(preview.key());
    }

    @Test
    void theNameChangesAlone() {
        Scope before = library.library().scope();
        library.libraries.update(library.id, Optional.of("Holidays"), scope -> scope);
        assertThat(library.library().name()).isEqualTo("Holidays");
        assertThat(library.library().scope()).isEqualTo(before);
    }
}
