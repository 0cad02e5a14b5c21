package app.heirloom.tools.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.tools.gallery.IndexSummary.Galleries;
import app.heirloom.tools.gallery.IndexSummary.Photos;
import app.heirloom.tools.gallery.IndexSummary.Skipped;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryIndexTest {
    @AutoClose
    private final IndexedTree tree;

    GalleryIndexTest(@TempDir Path folder) {
        tree = new IndexedTree(folder);
    }

    @Test
    void looksAtEveryContentOnce() throws Exception {
        tree.write("a/1.jpg", "one");
        tree.write("a/2.jpg", "two");
        tree.write("b/copy.jpg", "one");
        IndexSummary summary = tree.index();
        assertThat(summary.galleries()).isEqualTo(new Galleries(2, 0, 0, 0));
        assertThat(summary.photos()).isEqualTo(new Photos(1, 2, 0, 0));
        assertThat(tree.looked()).containsExactlyInAnyOrder("one", "two");
        assertThat(tree.saved()).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void passesWhatHasNotChanged() throws Exception {
        tree.write("a/1.jpg", "one");
        tree.index();
        IndexSummary again = tree.index();
        assertThat(again.galleries()).isEqualTo(new Galleries(0, 1, 0, 0));
        assertThat(again.skipped()).isEqualTo(new Skipped(1, 0, 0));
        assertThat(again.bytesRead()).isZero();
    }

    @Test
    void readsOnlyTheNewFilesOfAGallery() throws Exception {
        tree.write("a/1.jpg", "one");
        tree.index();
        tree.write("a/2.jpg", "two");
        IndexSummary again = tree.index();
        assertThat(again.skipped().unchanged()).isEqualTo(1);
        assertThat(again.photos().recognized()).isEqualTo(1);
        assertThat(again.bytesRead()).isEqualTo(3);
    }

    @Test
    void seesAnotherContentOfTheSameSize() throws Exception {
        Path file = tree.write("a/1.jpg", "one");
        tree.index();
        Files.writeString(file, "two");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        assertThat(tree.index().photos().recognized()).isEqualTo(1);
    }

    @Test
    void seesAnOlderContentOfTheSameSizeBesideANewerFile() throws Exception {
        Path file = tree.write("a/1.jpg", "one");
        tree.write("a/2.jpg", "another");
        tree.index();
        Files.writeString(file, "two");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        assertThat(tree.index().photos()).isEqualTo(new Photos(0, 1, 0, 0));
    }

    @Test
    void seesThatFilesHaveSwappedTheirTimes() throws Exception {
        Path one = tree.write("a/1.jpg", "one");
        Path two = tree.write("a/2.jpg", "two");
        Files.setLastModifiedTime(one, FileTime.fromMillis(1_000));
        Files.setLastModifiedTime(two, FileTime.fromMillis(2_000));
        tree.index();
        Files.setLastModifiedTime(one, FileTime.fromMillis(2_000));
        Files.setLastModifiedTime(two, FileTime.fromMillis(1_000));
        assertThat(tree.index().photos()).isEqualTo(new Photos(2, 0, 0, 0));
    }

    @Test
    void seesAFileThatTookThePlaceOfAnotherWithItsTime() throws Exception {
        Path file = tree.write("a/1.jpg", "one");
        FileTime time = Files.getLastModifiedTime(file);
        tree.index();
        Path other = tree.write("other.tmp", "two");
        Files.setLastModifiedTime(other, time);
        Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(tree.index().photos().recognized()).isEqualTo(1);
    }

    @Test
    void verifyingContentSeesWhatNothingElseShows() throws Exception {
        Path file = tree.write("a/1.jpg", "one");
        FileTime time = Files.getLastModifiedTime(file);
        tree.index();
        Files.writeString(file, "two");
        Files.setLastModifiedTime(file, time);
        assertThat(tree.index().photos()).isEqualTo(new Photos(0, 0, 0, 0));
        tree.settings = new IndexSettings(2, 1, false, true);
        assertThat(tree.index().photos()).isEqualTo(new Photos(0, 1, 0, 0));
    }

    @Test
    void aMoveIsNotLookedAtAgain() throws Exception {
        Path file = tree.write("a/1.jpg", "one");
        tree.index();
        Files.move(file, tree.write("b/2.jpg", "two").resolveSibling("moved.jpg"));
        Files.delete(file.getParent());
        IndexSummary again = tree.index();
        assertThat(again.photos()).isEqualTo(new Photos(1, 1, 0, 0));
        assertThat(again.galleries().forgotten()).isEqualTo(1);
        assertThat(tree.looked()).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void aFolderThatLostItsLastPhotoIsForgotten() throws Exception {
        Path file = tree.write("a/1.jpg", "one");
        tree.index();
        Files.delete(file);
        assertThat(tree.index().galleries().forgotten()).isEqualTo(1);
        assertThat(tree.fileNames(tree.folder("a"))).isEmpty();
    }

    @Test
    void anotherModelLooksAtAllWithoutReadingThem() throws Exception {
        tree.write("a/1.jpg", "one");
        tree.index();
        tree.models = List.of("faces", "images");
        IndexSummary again = tree.index();
        assertThat(again.photos().recognized()).isEqualTo(1);
        assertThat(again.bytesRead()).isZero();
        assertThat(tree.index().galleries().unchanged()).isEqualTo(1);
    }

    @Test
    void aPictureThatCannotBeDecodedStopsNothingAndIsTriedAgain() throws Exception {
        tree.write("a/1.jpg", "one");
        tree.write("a/2.jpg", IndexedTree.POISON);
        IndexSummary first = tree.index();
        assertThat(first.photos()).isEqualTo(new Photos(0, 1, 1, 0));
        assertThat(tree.complaints()).singleElement().asString().contains("2.jpg");
        assertThat(tree.index().photos()).isEqualTo(new Photos(0, 0, 1, 0));
        tree.write("a/2.jpg", "two, mended");
        assertThat(tree.index().photos()).isEqualTo(new Photos(0, 1, 0, 0));
        assertThat(tree.index().galleries().unchanged()).isEqualTo(1);
    }

    @Test
    void aPictureThatCannotBeDecodedLeavesNoOrphan() throws Exception {
        tree.write("a/1.jpg", IndexedTree.POISON);
        tree.index();
        assertThat(tree.check().counts().failed()).isEqualTo(1);
        assertThat(tree.check().orphans()).isZero();
    }

    @Test
    void aKnownPictureThatCannotBeDecodedForAnotherModelStaysKnown() throws Exception {
        tree.write("a/1.jpg", "one");
        tree.index();
        tree.models = List.of("faces", "images");
        tree.decodes = false;
        assertThat(tree.index().photos().failed()).isEqualTo(1);
        assertThat(tree.check().orphans()).isZero();
        tree.decodes = true;
        IndexSummary again = tree.index();
        assertThat(again.photos().recognized()).isEqualTo(1);
        assertThat(again.bytesRead()).as("nor is it read again").isZero();
        assertThat(tree.check().isWell()).isTrue();
    }

    @Test
    void aDatabaseThatFailsEndsTheRun() throws Exception {
        tree.write("a/1.jpg", IndexedTree.DISK_FULL);
        assertThatThrownBy(tree::index)
                .isInstanceOfSatisfying(
                        HeirloomException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_FULL));
    }

    @Test
    void aFolderThatCannotBeReadKeepsWhatIsKnown() throws Exception {
        Path file = tree.write("a/1.jpg", "one");
        tree.index();
        Path locked = file.getParent();
        Files.setPosixFilePermissions(locked, java.util.Set.of());
        try {
            Assumptions.assumeFalse(Files.isReadable(locked), "root reads every folder");
            IndexSummary again = tree.index();
            assertThat(again.unreadable()).isEqualTo(1);
            assertThat(again.galleries().forgotten()).isZero();
        } finally {
            Files.setPosixFilePermissions(locked, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void aMissingTargetChangesNothing() {
        assertThatThrownBy(() -> tree.indexAt(tree.folder("gone")))
                .isInstanceOfSatisfying(
                        HeirloomException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void aNameThatIsNoTextIsIndexed() throws Exception {
        tree.write("a/1.jpg", "one");
        Path folderOfPhotos = tree.folder("a");
        Path latin = Path.of(URI.create(folderOfPhotos.toUri() + "caf%E9.jpg"));
        Files.writeString(latin, "two");
        assertThat(tree.index().photos().recognized()).isEqualTo(2);
        assertThat(tree.index().galleries().unchanged()).isEqualTo(1);
        Files.delete(latin);
        tree.index();
        assertThat(tree.fileNames(folderOfPhotos)).containsExactly("1.jpg");
    }

    @Test
    void loopsOfLinksEnd() throws Exception {
        tree.write("a/1.jpg", "one");
        Path photos = tree.folder("a");
        Files.createSymbolicLink(photos.resolve("loop"), photos);
        Files.createSymbolicLink(photos.resolve("link.jpg"), photos.resolve("1.jpg"));
        IndexSummary summary = tree.index();
        assertThat(summary.found()).isEqualTo(2);
        assertThat(tree.looked()).containsExactly("one");
    }

    @Test
    void leavesOutThumbnailsHiddenFilesAndWhatIsExcluded() throws Exception {
        tree.write("g/index.json", "{}");
        tree.write("g/1.jpg", "one");
        tree.write("g/tn/1.jpg", "small");
        tree.write("tn/2.jpg", "two");
        tree.write("g/.3.jpg", "three");
        tree.write("g/notes.txt", "four");
        tree.write("private/5.jpg", "five");
        tree.selection = new Selection(List.of(), List.of("**/private/**"));
        tree.index();
        assertThat(tree.looked()).containsExactlyInAnyOrder("one", "two");
        tree.selection = new Selection(List.of("**/g/*"), List.of());
        tree.index();
        assertThat(tree.fileNames(tree.folder("tn"))).containsExactly("2.jpg");
    }

    @Test
    void aGalleryOfAnotherWorkerIsLeft() throws Exception {
        tree.write("a/1.jpg", "one");
        tree.write("b/2.jpg", "two");
        tree.leaseToSomebodyElse(tree.folder("a"));
        IndexSummary summary = tree.index();
        assertThat(summary.galleries().left()).isEqualTo(1);
        assertThat(summary.skipped().inLeft()).isEqualTo(1);
        assertThat(tree.looked()).containsExactly("two");
    }

    @Test
    void targetsWithinEachOtherAreLookedAtOnce() throws Exception {
        tree.write("a/1.jpg", "one");
        IndexSummary summary = tree.indexAt(tree.folder(""), tree.folder("a"));
        assertThat(summary.found()).isEqualTo(1);
    }

    @Test
    void inPartsAndInAnyOrderTheIndexIsTheSame() throws Exception {
        for (int i = 0; i < 30; i++) {
            tree.write("g" + i % 5 + "/" + i + ".jpg", "content " + i % 20);
        }
        tree.indexAt(tree.folder("g3"));
        tree.indexAt(tree.folder("g1"), tree.folder("g0"));
        IndexSummary whole = tree.index();
        assertThat(whole.found()).isEqualTo(30);
        assertThat(tree.looked()).doesNotHaveDuplicates().hasSize(20);
    }
}
