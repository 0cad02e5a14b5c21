package app.heirloom.storage.external;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Links between folders, and ways into the data directory. */
class LinkedFoldersTest extends ScanTest {

    @Test
    void loopsEndAndNothingIsSeenTwice() throws IOException {
        library.write("a/1.jpg", "1");
        link("a/up", library.photos);
        link("a/self", library.photos.resolve("a"));
        link("b", library.photos.resolve("a"));
        library.scan();
        assertThat(library.assets()).containsOnlyKeys("a/1.jpg");
    }

    @Test
    void linksOutOfTheLibraryAreFollowedOnceAndNotInCircles() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside/album"));
        Files.writeString(outside.resolve("2.jpg"), "2");
        Files.createSymbolicLink(outside.resolve("again"), outside);
        Files.createSymbolicLink(outside.resolve("back"), library.photos);
        link("x", outside);
        link("y", outside);
        link("z", folder.resolve("outside"));
        library.scan();
        assertThat(library.assets()).containsOnlyKeys("x/2.jpg");
    }

    @Test
    void aLinkToAFolderAboveIsNotFollowed() throws IOException {
        library.write("1.jpg", "1");
        Files.writeString(folder.resolve("stranger.jpg"), "stranger");
        link("everything", folder);
        library.scan();
        assertThat(library.assets()).containsOnlyKeys("1.jpg");
    }

    @Test
    void theDataDirectoryIsNeverSeen() throws IOException {
        Path inside = Files.createDirectories(library.data.resolve("originals/a"));
        Files.writeString(inside.resolve("ours.jpg"), "ours");
        library.write("1.jpg", "1");
        link("sub", inside);
        link("whole", library.data);
        link("ours.jpg", inside.resolve("ours.jpg"));
        library.scan();
        assertThat(library.assets()).containsOnlyKeys("1.jpg");

        library.include(folder);
        library.scan();
        assertThat(library.assets().keySet()).as("from above").containsExactly("1.jpg");
    }

    @Test
    void anImportPathThatBecameALinkIntoTheDataDirectoryIsSkipped() throws IOException {
        library.write("1.jpg", "1");
        library.scan();
        Files.move(library.photos, folder.resolve("parked"));
        Files.createSymbolicLink(library.photos, library.data);
        library.scan();
        assertThat(library.offline()).isZero();
        assertThat(library.library().state().note()).contains("data directory");
    }

    private void link(String name, Path target) throws IOException {
        Path link = library.photos.resolve(name);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, target);
    }
}
