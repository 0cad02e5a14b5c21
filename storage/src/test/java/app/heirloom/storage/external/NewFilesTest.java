package app.heirloom.storage.external;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetFile;
import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.asset.Checksum;
import app.heirloom.library.asset.FileKind;
import app.heirloom.library.job.Queue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewFilesTest extends ScanTest {

    @Test
    void aPhotoBecomesAnAssetWhereItLies() throws Exception {
        Path file = library.write("2024/Ürsula 🏔.JPG", "photo");
        library.scan();

        Asset asset = library.asset("2024/Ürsula 🏔.JPG");
        assertThat(asset.owner()).isEqualTo(library.owner.id());
        assertThat(asset.state().grouping().library()).isEqualTo(library.id);
        assertThat(asset.original().key()).isEqualTo(BlobKey.external(file));
        assertThat(asset.original().fileName()).isEqualTo("Ürsula 🏔.JPG");
        assertThat(asset.original().checksum())
                .isEqualTo(Checksum.of(
                        MessageDigest.getInstance("SHA-1").digest("photo".getBytes(StandardCharsets.UTF_8))));
        assertThat(asset.times().fileModified())
                .isEqualTo(Files.getLastModifiedTime(file).toInstant());
        assertThat(library.waiting(Queue.METADATA_EXTRACTION)).isEqualTo(1);
        assertThat(library.library().state().refreshed()).isNotNull();
        assertThat(library.library().state().note()).isNull();
    }

    @Test
    void itTakesNoneOfTheQuotaButCountsInTheStatistics() throws IOException {
        library.write("a.jpg", "12345");
        library.write("b.mp4", "123");
        library.scan();
        assertThat(library.storage
                        .transactions()
                        .read(() -> library.storage.users().get(library.owner.id()))
                        .quota()
                        .usageInBytes())
                .isZero();
        var statistics = library.libraries.get(library.id).statistics();
        assertThat(List.of(statistics.photos(), statistics.videos(), statistics.total(), statistics.usageInBytes()))
                .containsExactly(1L, 1L, 2L, 8L);
    }

    @Test
    void theSameContentInTwoFoldersIsTwoAssets() throws IOException {
        library.write("a/x.jpg", "same");
        library.write("b/x.jpg", "same");
        library.scan();
        assertThat(library.assets()).containsOnlyKeys("a/x.jpg", "b/x.jpg");
    }

    @Test
    void whatIsNoPhotoIsHiddenOrExcludedStaysOut() throws IOException {
        for (String name : List.of(
                "notes.txt",
                ".hidden.jpg",
                ".Trash-1000/a.jpg",
                "@eaDir/a.jpg/SYNOPHOTO_THUMB_XL.jpg",
                "._a.jpg",
                "#recycle/b.jpg",
                "immich/thumbs/a.jpg",
                "x/0f8fad5b-d9cb-469f-a165-70867728950e-preview.jpeg",
                "x/0f8fad5b-d9cb-469f-a165-70867728950e_thumbnail.webp",
                "private/a.jpg",
                "empty.jpg")) {
            library.write(name, name.equals("empty.jpg") ? "" : name);
        }
        library.write("kept-preview.jpeg", "kept");
        library.libraries.update(
                library.id,
                Optional.empty(),
                scope -> new app.heirloom.library.external.ExternalLibrary.Scope(
                        scope.importPaths(), List.of("**/@eaDir/**", "**/#recycle/**", library.photos + "/PRIV*/**")));
        library.scan();
        assertThat(library.assets()).containsOnlyKeys("kept-preview.jpeg");
    }

    @Test
    void aSecondScanReadsNothingThatHasNotChanged() throws IOException {
        library.write(30);
        library.write("a/b/c.jpg", "deep");
        library.scan();
        library.forgetJobs();
        var read = Collections.synchronizedList(new ArrayList<Path>());
        library.readThrough(real -> new FolderGlasses(real) {
            @Override
            public Checksum checksum(Path file) throws IOException {
                read.add(file);
                return super.checksum(file);
            }
        });
        Map<String, Asset> before = library.assets();
        library.scan();
        assertThat(read).isEmpty();
        assertThat(library.assets()).isEqualTo(before);
        assertThat(library.waiting(Queue.METADATA_EXTRACTION)).isZero();

        Path changed = library.write("007.jpg", "something else");
        library.scan();
        assertThat(read).containsExactly(changed);
    }

    @Test
    void changedContentKeepsTheAsset() throws IOException {
        library.write("a.jpg", "before");
        library.scan();
        Asset before = library.asset("a.jpg");
        library.forgetJobs();
        library.write("a.jpg", "afterwards");
        library.scan();
        Asset after = library.asset("a.jpg");
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.original().checksum()).isNotEqualTo(before.original().checksum());
        assertThat(after.original().sizeInBytes()).isEqualTo(10);
        assertThat(library.waiting(Queue.METADATA_EXTRACTION)).isEqualTo(1);
    }

    @Test
    void aTouchedFileIsReadButNotExtractedAgain() throws IOException {
        Path file = library.write("a.jpg", "same");
        library.scan();
        library.forgetJobs();
        Files.setLastModifiedTime(
                file, java.nio.file.attribute.FileTime.from(java.time.Instant.parse("2021-01-01T00:00:00Z")));
        library.scan();
        assertThat(library.asset("a.jpg").times().fileModified()).isEqualTo("2021-01-01T00:00:00Z");
        assertThat(library.waiting(Queue.METADATA_EXTRACTION)).isZero();
    }

    @Test
    void aFileThatChangesWhileItIsReadIsLeftForTheNextScan() throws IOException {
        library.write("a.jpg", "first");
        library.write("b.jpg", "steady");
        library.readThrough(real -> new FolderGlasses(real) {
            @Override
            public Checksum checksum(Path file) throws IOException {
                Checksum checksum = super.checksum(file);
                if (file.endsWith("a.jpg")) {
                    Files.writeString(file, "still growing");
                }
                return checksum;
            }
        });
        library.scan();
        assertThat(library.assets()).containsOnlyKeys("b.jpg");
        library.readThrough(real -> real);
        library.scan();
        assertThat(library.assets()).containsOnlyKeys("a.jpg", "b.jpg");
        assertThat(library.asset("a.jpg").original().sizeInBytes()).isEqualTo(13);
    }

    @Test
    void aSidecarBesideIsTakenAndItsChangesAreNoticed() throws IOException {
        library.write("a.jpg", "a");
        library.write("b.jpg", "b");
        library.write("a.jpg.xmp", "long name");
        library.write("a.xmp", "not asked");
        library.write("b.XMP", "short");
        library.scan();
        assertThat(sidecarOf("a.jpg"))
                .map(AssetFile::key)
                .contains(BlobKey.external(library.photos.resolve("a.jpg.xmp")));
        assertThat(sidecarOf("b.jpg")).map(AssetFile::key).contains(BlobKey.external(library.photos.resolve("b.XMP")));

        library.forgetJobs();
        library.scan();
        assertThat(library.waiting(Queue.METADATA_EXTRACTION)).isZero();

        library.write("a.jpg.xmp", "another text");
        Files.delete(library.photos.resolve("b.XMP"));
        library.scan();
        assertThat(library.waiting(Queue.METADATA_EXTRACTION)).isEqualTo(2);
        assertThat(sidecarOf("b.jpg")).isEmpty();
    }

    @Test
    void aSidecarThatWeWroteIsNoNews() throws IOException {
        library.write("a.jpg", "a");
        library.scan();
        library.forgetJobs();
        Path written = library.write("a.jpg.xmp", "by us");
        var file = new AssetFile(library.asset("a.jpg").id(), FileKind.SIDECAR, BlobKey.external(written), 5);
        library.storage.transactions().run(() -> library.storage.assets().saveFile(file));
        library.scan();
        library.scan();
        assertThat(library.waiting(Queue.METADATA_EXTRACTION)).isZero();
    }

    private Optional<AssetFile> sidecarOf(String name) {
        var id = library.asset(name).id();
        return library.storage
                .transactions()
                .read(() -> library.storage.assets().findFile(id, FileKind.SIDECAR));
    }
}
