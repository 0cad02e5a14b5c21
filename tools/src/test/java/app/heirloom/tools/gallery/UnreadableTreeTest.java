package app.heirloom.tools.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import app.heirloom.library.gallery.ContentReader;
import app.heirloom.storage.files.FileContentReader;
import app.heirloom.tools.gallery.IndexSummary.Photos;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trees that change under the index, or that cannot be looked at. */
class UnreadableTreeTest {
    private static final int LONGEST_NAME = 255;
    /** Nine folders of the longest name make half of the longest path, of 4,096 bytes. */
    private static final int FOLDERS_OF_HALF_A_PATH = 9;
    /** As many as a camera's whole life takes minutes: -Dheirloom.gallery.files=200000 brings them. */
    private static final int MANY = Integer.getInteger("heirloom.gallery.files", 5_000);

    @AutoClose
    private final IndexedTree tree;

    UnreadableTreeTest(@TempDir Path folder) {
        tree = new IndexedTree(folder);
    }

    /** What a name of Latin-1 looks like on a disk whose other names are UTF-8. */
    private Path folderThatIsNoText() throws IOException {
        tree.write("a/1.jpg", "one");
        return Files.createDirectories(Path.of(URI.create(tree.folder("a").toUri() + "caf%E9/inner")));
    }

    @Test
    void aFolderWhoseNameIsNoTextIsPassedWholeWhenNothingHasChanged() throws Exception {
        Path latin = folderThatIsNoText();
        Files.writeString(latin.resolve("2.jpg"), "two");
        assertThat(tree.index().photos().recognized()).isEqualTo(2);
        IndexSummary again = tree.index();
        assertThat(again.galleries().unchanged()).isEqualTo(2);
        assertThat(again.skipped().inUnchanged()).isEqualTo(2);
        assertThat(tree.check().isWell()).isTrue();
    }

    @Test
    void aFolderWhoseNameIsNoTextIsForgottenOnceItIsGone() throws Exception {
        Path latin = folderThatIsNoText();
        Path photo = Files.writeString(latin.resolve("2.jpg"), "two");
        tree.index();
        Files.delete(photo);
        Files.delete(latin);
        assertThat(tree.check().goneGalleries()).isEqualTo(1);
        assertThat(tree.index().galleries().forgotten()).isEqualTo(1);
        assertThat(tree.galleries()).containsExactly(tree.folder("a").toString());
    }

    @Test
    void aFileThatVanishesBeforeItIsReadIsCountedAndNotRemembered() throws Exception {
        tree.write("a/1.jpg", "one");
        tree.write("a/2.jpg", "two");
        tree.reader = deletingFirst(tree.folder("a/2.jpg"));
        IndexSummary summary = tree.index();
        assertThat(summary.photos()).isEqualTo(new Photos(0, 1, 0, 1));
        assertThat(summary.found()).isEqualTo(2);
        assertThat(tree.fileNames(tree.folder("a"))).containsExactly("1.jpg");
    }

    @Test
    void aKnownFileThatVanishesInMidRunIsForgotten() throws Exception {
        Path file = tree.write("a/1.jpg", "one");
        tree.index();
        Files.writeString(file, "another");
        tree.reader = deletingFirst(file);
        assertThat(tree.index().photos()).isEqualTo(new Photos(0, 0, 0, 1));
        assertThat(tree.fileNames(tree.folder("a"))).isEmpty();
    }

    private static ContentReader deletingFirst(Path vanishing) {
        var reader = new FileContentReader();
        return (file, known) -> {
            if (file.endsWith(vanishing.getFileName())) {
                Files.delete(file);
            }
            return reader.read(file, known);
        };
    }

    @Test
    void linksThatLeadNowhereOrInCirclesAreToldAndStopNothing() throws Exception {
        tree.write("a/1.jpg", "one");
        Path photos = tree.folder("a");
        Files.createSymbolicLink(photos.resolve("nowhere.jpg"), photos.resolve("gone.jpg"));
        Files.createSymbolicLink(photos.resolve("there.jpg"), photos.resolve("back.jpg"));
        Files.createSymbolicLink(photos.resolve("back.jpg"), photos.resolve("there.jpg"));
        Files.createSymbolicLink(photos.resolve("up"), tree.folder(""));
        IndexSummary summary = tree.index();
        assertThat(summary.unreadable()).isEqualTo(3);
        assertThat(summary.photos()).isEqualTo(new Photos(0, 1, 0, 0));
        assertThat(tree.complaints()).hasSize(3);
        assertThat(tree.index().skipped().unchanged()).isEqualTo(1);
    }

    /** Unlike permissions, the longest path holds for root too. */
    @Test
    void aFolderBeyondTheLongestPathIsToldAndStopsNothing() throws Exception {
        Path deep = tree.folder("deep");
        Files.writeString(nested(deep, 'a').resolve("1.jpg"), "one");
        tree.write("b/2.jpg", "two");
        tree.index();
        Path beyond = nested(tree.folder("parent"), 'b').resolve("deep");
        Files.move(deep, beyond);
        try {
            IndexSummary summary = tree.index();
            assertThat(summary.unreadable()).isEqualTo(1);
            assertThat(summary.galleries().unchanged()).isEqualTo(1);
        } finally {
            Files.move(beyond, deep);
        }
        assertThat(tree.index().photos()).as("nothing is looked at twice").isEqualTo(new Photos(1, 0, 0, 0));
    }

    private static Path nested(Path folder, char letter) throws IOException {
        Path nested = folder;
        for (int i = 0; i < FOLDERS_OF_HALF_A_PATH; i++) {
            nested = nested.resolve(String.valueOf(letter).repeat(LONGEST_NAME));
        }
        return Files.createDirectories(nested);
    }

    @Test
    void aFolderOfManyFilesIsIndexedInPortions() throws Exception {
        for (int i = 0; i < MANY; i++) {
            tree.write("a/" + i + ".jpg", "content " + i % 10);
        }
        IndexSummary summary = tree.index();
        assertThat(summary.found()).isEqualTo(MANY);
        assertThat(summary.photos()).isEqualTo(new Photos(MANY - 10, 10, 0, 0));
        tree.write("a/new.jpg", "another content");
        IndexSummary again = tree.index();
        assertThat(again.skipped().unchanged()).isEqualTo(MANY);
        assertThat(again.photos()).isEqualTo(new Photos(0, 1, 0, 0));
        assertThat(tree.index().skipped().inUnchanged()).isEqualTo(MANY + 1);
    }
}
