package app.heirloom.storage.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.asset.blob.Draft;
import app.heirloom.library.asset.blob.StagedBlob;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.error.HeirloomException;
import app.heirloom.library.user.UserId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBlobStoreTest {
    private final UserId owner = UserId.random();

    private final Path root;
    private FileBlobStore store;

    FileBlobStoreTest(@TempDir Path root) {
        this.root = root;
        this.store = FileBlobStore.open(root);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void hashesWhileItReceives() {
        try (StagedBlob blob = stage("hello")) {
            assertThat(blob.sizeInBytes()).isEqualTo(5);
            assertThat(blob.checksum().hex()).isEqualTo("aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d");
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void keepsSecuredBytesInTheirPlace() throws IOException {
        BlobKey key = newKey("IMG 1.JPG");
        try (StagedBlob blob = stage("hello")) {
            store.secure(blob, key);
            store.keep(key);
        }
        assertThat(Files.readString(store.locate(key))).isEqualTo("hello");
        assertThat(key.path()).startsWith("originals/" + owner).endsWith(".jpg");
        assertThat(files()).containsExactly(key.path());
    }

    @Test
    void bytesWhoseMoveACrashPreventedAreFoundAndMoved() throws IOException {
        BlobKey key = newKey("a.jpg");
        store.secure(stage("hello"), key);
        store.close();
        store = FileBlobStore.open(root);
        assertThat(Files.readString(store.locate(key))).isEqualTo("hello");
        assertThat(files()).containsExactly(key.path());
    }

    @Test
    void theSweepKeepsWhatIsCommittedAndNothingElse() throws IOException {
        BlobKey committed = newKey("a.jpg");
        BlobKey orphan = newKey("b.jpg");
        store.secure(stage("hello"), committed);
        store.secure(stage("lost"), orphan);
        StagedBlob broken = stage("half");
        Draft draft = store.draft(new BlobKey("derivatives/x/a-preview.jpeg"));
        Files.writeString(draft.path(), "half");
        store.close();

        store = FileBlobStore.open(root);
        store.sweep(committed::equals);
        assertThat(files()).containsExactly(committed.path());
        assertThat(broken.sizeInBytes()).isEqualTo(4);
    }

    @Test
    void theSweepRemovesFilesOfUsersThatNoRowNames() throws IOException {
        BlobKey picture = publish(store.keyOf(owner, "profile-1.webp"));
        publish(store.keyOf(owner, "profile-2.webp"));
        BlobKey person = publish(store.keyOf(owner, "people/ab/x.jpeg"));
        BlobKey preview = publish(new BlobKey("derivatives/" + owner + "/ab/cd/a-preview.jpeg"));
        Files.writeString(root.resolve("derivatives/README"), "not of the library");
        store.sweep(picture::equals);
        assertThat(files())
                .containsExactlyInAnyOrder(picture.path(), person.path(), preview.path(), "derivatives/README");
    }

    private BlobKey publish(BlobKey key) throws IOException {
        try (Draft draft = store.draft(key)) {
            Files.writeString(draft.path(), "picture");
            draft.publish();
        }
        return key;
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }
        };
        assertThatThrownBy(() -> store.stage(broken)).hasMessage("The upload broke off before its end");
        assertThat(files()).isEmpty();
    }

    @Test
    void aDraftReplacesWhatWasPublishedBefore() throws IOException {
        BlobKey key = new BlobKey("derivatives/" + owner + "/a-preview.jpeg");
        for (String content : List.of("first", "second")) {
            try (Draft draft = store.draft(key)) {
                assertThat(draft.path().toString()).endsWith(".jpeg");
                Files.writeString(draft.path(), content);
                assertThat(draft.publish()).isEqualTo(content.length());
            }
        }
        assertThat(Files.readString(store.locate(key))).isEqualTo("second");
        assertThat(files()).containsExactly(key.path());
    }

    @Test
    void securesManyUploadsAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = IntStream.range(0, 100)
                    .mapToObj(i -> threads.submit(() -> {
                        BlobKey key = newKey(i + ".jpg");
                        store.secure(stage("content " + i), key);
                        store.keep(key);
                        return store.locate(key);
                    }))
                    .toList();
            for (int i = 0; i < done.size(); i++) {
                assertThat(Files.readString(done.get(i).get())).isEqualTo("content " + i);
            }
        }
    }

    @Test
    void neverLeadsOutOfItsDirectory() {
        assertThatThrownBy(() -> store.locate(new BlobKey("originals/../../etc/passwd")))
                .isInstanceOfSatisfying(
                        HeirloomException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID));
    }

    @Test
    void saysWhichFileIsMissing() {
        BlobKey key = newKey("a.jpg");
        assertThatThrownBy(() -> store.locate(key)).hasMessage("The file " + key + " is missing");
    }

    private StagedBlob stage(String content) {
        return store.stage(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    private BlobKey newKey(String fileName) {
        return store.originalKey(owner, AssetId.random(), fileName);
    }

    private List<String> files() {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
