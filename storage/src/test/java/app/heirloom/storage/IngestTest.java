package app.heirloom.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Visibility;
import app.heirloom.library.asset.blob.StagedBlob;
import app.heirloom.library.event.Events;
import app.heirloom.library.ingest.Ingest;
import app.heirloom.library.ingest.Ingested;
import app.heirloom.library.ingest.Upload;
import app.heirloom.library.ingest.UploadDetails;
import app.heirloom.library.job.JobQueues;
import app.heirloom.library.user.Account;
import app.heirloom.library.user.Caller;
import app.heirloom.library.user.Device;
import app.heirloom.library.user.Quota;
import app.heirloom.library.user.Session;
import app.heirloom.library.user.SessionId;
import app.heirloom.library.user.SessionTimes;
import app.heirloom.library.user.User;
import app.heirloom.library.user.UserId;
import app.heirloom.storage.database.DatabaseConfig;
import app.heirloom.storage.files.FileBlobStore;
import app.heirloom.storage.sql.SqlStorage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way in, over real rows and files. */
class IngestTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final Path root;
    private final SqlStorage storage;
    private final FileBlobStore blobs;
    private final Ingest ingest;

    IngestTest(@TempDir Path root) {
        this.root = root;
        storage = SqlStorage.open(DatabaseConfig.sqlite(root.resolve("x.db")), InstantSource.system());
        blobs = FileBlobStore.open(root);
        Events events = new Events();
        ingest = new Ingest(
                new Ingest.Shelves(storage.assets(), blobs, storage.assetDocuments(), storage.users()),
                new JobQueues(storage.jobs(), storage.transactions(), events),
                storage.transactions(),
                events,
                InstantSource.system());
    }

    @AfterEach
    void close() {
        storage.close();
        blobs.close();
    }

    @Test
    void anUploadIsKeptByteForByteWithItsFirstJob() throws IOException {
        Caller caller = newCaller(null);
        AssetId id = upload(caller, "hello", "a.jpg").id();
        var asset = storage.transactions().read(() -> storage.assets().get(id));
        assertThat(Files.readString(blobs.locate(asset.original().key()))).isEqualTo("hello");
        assertThat(storage.transactions().read(() -> storage.jobs().counts()).values())
                .singleElement()
                .satisfies(counts -> assertThat(counts.waiting()).isEqualTo(1));
    }

    @Test
    void ofManyUploadsOfOneContentOneIsCreatedAndTheOthersAreDuplicatesOfIt() throws Exception {
        Caller caller = newCaller(null);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = IntStream.range(0, 30)
                    .mapToObj(i -> threads.submit(() -> upload(caller, "same", i + ".jpg")))
                    .toList();
            int created = 0;
            var ids = new HashSet<AssetId>();
            for (var result : results) {
                created += result.get() instanceof Ingested.Created ? 1 : 0;
                ids.add(result.get().id());
            }
            assertThat(created).isEqualTo(1);
            assertThat(ids).hasSize(1);
        }
        assertThat(originals()).isEqualTo(1);
    }

    @Test
    void anUploadOverQuotaLeavesNothing() {
        Caller caller = newCaller(8L);
        upload(caller, "12345", "a.jpg");
        assertThatThrownBy(() -> upload(caller, "6789", "b.jpg")).hasMessage("Quota has been exceeded!");
        assertThat(originals()).isEqualTo(1);
        upload(caller, "678", "c.jpg");
    }

    @Test
    void refusesEmptyFilesAndUnknownTypes() {
        Caller caller = newCaller(null);
        assertThatThrownBy(() -> upload(caller, "", "a.jpg")).hasMessage("The file is empty");
        assertThatThrownBy(() -> upload(caller, "x", "a.exe")).hasMessage("Unsupported file type a.exe");
        assertThatThrownBy(() -> upload(caller, "x", "jpg")).hasMessage("Unsupported file type jpg");
        assertThat(originals()).isZero();
    }

    @Test
    void theMotionVideoOfALivePhotoBecomesHidden() {
        Caller caller = newCaller(null);
        AssetId video = upload(caller, "video", "a.mov").id();
        AssetId still = upload(caller, "still", "a.heic", Optional.of(video)).id();
        var saved = storage.transactions().read(() -> storage.assets().get(video));
        assertThat(saved.state().visibility()).isEqualTo(Visibility.HIDDEN);
        assertThatThrownBy(() -> upload(caller, "other", "b.heic", Optional.of(still)))
                .hasMessageContaining("livePhotoVideoId");
        assertThatThrownBy(() -> upload(newCaller(null), "other", "b.heic", Optional.of(video)))
                .hasMessageContaining("livePhotoVideoId");
    }

    private Ingested upload(Caller caller, String content, String fileName) {
        return upload(caller, content, fileName, Optional.empty());
    }

    private Ingested upload(Caller caller, String content, String fileName, Optional<AssetId> motion) {
        var details = new UploadDetails(fileName, NOW, NOW, false, Visibility.TIMELINE, motion);
        try (StagedBlob blob = blobs.stage(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)))) {
            return ingest.upload(caller, new Upload(blob, Optional.empty(), details));
        }
    }

    private Caller newCaller(@Nullable Long quota) {
        UserId id = UserId.random();
        User user = new User(id, new Account(id.toString(), "Ann", false, false), new Quota(quota, 0), NOW, NOW);
        storage.transactions().run(() -> storage.users().add(user, "hash"));
        Session session =
                new Session(SessionId.random(), id, Device.UNKNOWN, SessionTimes.startingAt(NOW), null, false);
        return new Caller(user, new Caller.Credential.OfSession(session, false));
    }

    private long originals() {
        try (Stream<Path> files = Files.walk(root.resolve("originals"))) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
