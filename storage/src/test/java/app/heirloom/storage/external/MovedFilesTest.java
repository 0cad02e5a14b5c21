package app.heirloom.storage.external;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.metadata.MetadataEdits;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MovedFilesTest extends ScanTest {

    @Test
    void aMovedPhotoKeepsItsAssetAndItsEdits() throws IOException {
        library.write("z/old.jpg", "photo");
        library.scan();
        AssetId id = library.asset("z/old.jpg").id();
        var edits = new MetadataEdits("by hand", 5, null, null);
        library.storage.transactions().run(() -> library.storage.exifs().saveEdits(id, edits));
        move("z/old.jpg", "a/new.jpg");
        library.scan();

        assertThat(library.assets()).containsOnlyKeys("a/new.jpg");
        Asset moved = library.asset("a/new.jpg");
        assertThat(moved.id()).isEqualTo(id);
        assertThat(moved.original().fileName()).isEqualTo("new.jpg");
        assertThat(moved.state().offline()).isFalse();
        assertThat(library.storage
                        .transactions()
                        .read(() -> library.storage.exifs().getEdits(id)))
                .isEqualTo(edits);
    }

    @Test
    void aRenamedFolderLosesNothingHoweverLargeItIs() throws IOException {
        for (int i = 0; i < 250; i++) {
            library.write("m/%03d.jpg".formatted(i), "photo " + i);
        }
        library.scan();
        Map<String, AssetId> before = idsByName();
        Files.move(library.photos.resolve("m"), library.photos.resolve("z"));
        library.scan();
        Files.move(library.photos.resolve("z"), library.photos.resolve("a"));
        library.scan();
        assertThat(idsByName()).isEqualTo(before);
        assertThat(library.assets().keySet()).allMatch(path -> path.startsWith("a/"));
        assertThat(library.offline()).isZero();
        assertThat(library.library().state().note()).isNull();
    }

    @Test
    void aCopyIsAnotherAsset() throws IOException {
        library.write("b.jpg", "photo");
        library.scan();
        AssetId id = library.asset("b.jpg").id();
        library.write("a.jpg", "photo");
        library.scan();
        assertThat(library.asset("b.jpg").id()).isEqualTo(id);
        assertThat(library.asset("a.jpg").id()).isNotEqualTo(id);
    }

    @Test
    void ofEqualPhotosEachMovesOnce() throws IOException {
        library.write("old/1.jpg", "same");
        library.write("old/2.jpg", "same");
        library.scan();
        Map<String, AssetId> before = idsByName();
        move("old/1.jpg", "new/1.jpg");
        move("old/2.jpg", "new/2.jpg");
        library.scan();
        assertThat(library.assets()).containsOnlyKeys("new/1.jpg", "new/2.jpg");
        assertThat(idsByName()).isEqualTo(before);
    }

    @Test
    void whatWasOfflineComesBackFromElsewhere() throws IOException {
        library.write("other.jpg", "other");
        library.write("a.jpg", "photo");
        library.scan();
        AssetId id = library.asset("a.jpg").id();
        var parked = Files.move(library.photos.resolve("a.jpg"), library.data.resolve("parked.jpg"));
        library.scan();
        assertThat(library.asset(id).state().offline()).isTrue();
        Files.move(parked, library.photos.resolve("b.jpg"));
        library.scan();
        assertThat(library.asset("b.jpg").id()).isEqualTo(id);
        assertThat(library.asset(id).state().offline()).isFalse();
        assertThat(library.asset(id).state().trashed()).isNull();
    }

    private Map<String, AssetId> idsByName() {
        return library.assets().values().stream()
                .collect(Collectors.toMap(asset -> asset.original().fileName(), Asset::id));
    }

    private void move(String from, String to) throws IOException {
        Files.createDirectories(library.photos.resolve(to).getParent());
        Files.move(library.photos.resolve(from), library.photos.resolve(to));
    }
}
