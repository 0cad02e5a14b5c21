package app.heirloom.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.heirloom.library.asset.Asset;
import app.heirloom.library.asset.AssetFile;
import app.heirloom.library.asset.BlobKey;
import app.heirloom.library.asset.FileKind;
import app.heirloom.library.asset.Original;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.asset.event.AssetUpdated;
import app.heirloom.library.event.Event;
import app.heirloom.library.event.Events;
import app.heirloom.library.job.Job;
import app.heirloom.library.job.JobId;
import app.heirloom.library.job.JobType;
import app.heirloom.library.metadata.Exif;
import app.heirloom.library.metadata.Frame;
import app.heirloom.library.metadata.MetadataEdits;
import app.heirloom.library.metadata.sidecar.Sidecar;
import app.heirloom.library.metadata.sidecar.SidecarWriter;
import app.heirloom.library.metadata.sidecar.SidecarWriting;
import app.heirloom.library.tag.Tag;
import app.heirloom.library.tag.TagId;
import app.heirloom.library.tag.TagLabel;
import app.heirloom.library.tag.TagPath;
import app.heirloom.storage.database.DatabaseConfig;
import app.heirloom.storage.files.FileBlobStore;
import app.heirloom.storage.sql.Samples;
import app.heirloom.storage.sql.SqlStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where sidecars are written, over real rows and files; what they say is a line of text. */
class SidecarWritingTest {
    private static final MetadataEdits EDITS = new MetadataEdits("at the lake", null, null, null);
    private static final SidecarWriter TEXT = (sidecar, earlier, target) -> Files.writeString(
            target,
            (earlier.isPresent() ? Files.readString(earlier.get()) : "")
                    + sidecar.edits().description());

    private final Path root;
    private final Path data;
    private final SqlStorage storage;
    private final FileBlobStore blobs;
    private final List<Event> published = new ArrayList<>();

    SidecarWritingTest(@TempDir Path root) throws IOException {
        this.root = root;
        data = Files.createDirectories(root.resolve("data"));
        storage = SqlStorage.open(DatabaseConfig.sqlite(root.resolve("x.db")), InstantSource.system());
        blobs = FileBlobStore.open(data);
    }

    @AfterEach
    void close() {
        storage.close();
        blobs.close();
    }

    @Test
    void anUploadHasItBesideItsOriginal() throws Exception {
        Asset asset = add(new BlobKey("originals/o/ab/cd/x.jpg"));
        write(asset, TEXT);
        assertThat(data.resolve("originals/o/ab/cd/x.jpg.xmp")).hasContent("at the lake");
        assertThat(sidecar(asset))
                .isEqualTo(new AssetFile(asset.id(), FileKind.SIDECAR, new BlobKey("originals/o/ab/cd/x.jpg.xmp"), 11));
        assertThat(published).containsExactly(new AssetUpdated(asset.id(), asset.owner()));
    }

    @Test
    void anEarlierOneIsHandedToTheWriterAndReplaced() throws Exception {
        Asset asset = add(new BlobKey("originals/o/ab/cd/x.jpg"));
        write(asset, TEXT);
        write(asset, TEXT);
        assertThat(data.resolve("originals/o/ab/cd/x.jpg.xmp")).hasContent("at the lakeat the lake");
        assertThat(sidecar(asset).sizeInBytes()).isEqualTo(22);
    }

    @Test
    void itNamesNobodyUnknownUntilOthersWriteThere() throws Exception {
        Asset asset = add(new BlobKey("originals/o/ab/cd/x.jpg"));
        var frame = new Frame(new Dimensions(40, 30), null, null, null, null);
        var exif = Exif.UNKNOWN;
        storage.transactions()
                .run(() -> storage.exifs()
                        .save(
                                asset.id(),
                                new Exif(
                                        exif.camera(),
                                        exif.exposure(),
                                        exif.capture(),
                                        exif.location(),
                                        exif.caption(),
                                        frame)));
        tag(asset, "Sea");
        List<Boolean> complete = new ArrayList<>();
        SidecarWriter noting = (sidecar, earlier, target) -> {
            complete.add(sidecar.faces().orElseThrow().complete());
            assertThat(sidecar.tags()).isEqualTo(new Sidecar.Tags(List.of("Sea"), complete.getLast()));
            TEXT.write(sidecar, earlier, target);
        };
        write(asset, noting);
        write(asset, noting);
        Files.writeString(data.resolve("originals/o/ab/cd/x.jpg.xmp"), ", theirs", StandardOpenOption.APPEND);
        write(asset, noting);
        assertThat(complete).containsExactly(true, true, false);
    }

    @Test
    void anExternalPhotoHasItBesideAndKeepsTheNameOfAnEarlierOne() throws Exception {
        Path photos = Files.createDirectories(root.resolve("photos"));
        Asset asset = add(BlobKey.external(Files.writeString(photos.resolve("x.jpg"), "photo")));
        Path theirs = Files.writeString(photos.resolve("x.xmp"), "theirs, ");
        save(new AssetFile(asset.id(), FileKind.SIDECAR, BlobKey.external(theirs), 8));
        write(asset, TEXT);
        assertThat(theirs).hasContent("theirs, at the lake");
        assertThat(namesIn(photos)).containsExactlyInAnyOrder("x.jpg", "x.xmp");
        Asset second = add(BlobKey.external(photos.resolve("y.jpg")));
        write(second, TEXT);
        assertThat(photos.resolve("y.jpg.xmp")).hasContent("at the lake");
    }

    @Test
    void whereNobodyMayWriteItGoesToTheDerivatives() throws Exception {
        Asset asset = add(BlobKey.external(root.resolve("not mounted/x.jpg")));
        write(asset, TEXT);
        AssetFile sidecar = sidecar(asset);
        assertThat(sidecar.key().path()).startsWith("derivatives/").endsWith("-sidecar.xmp");
        assertThat(blobs.locate(sidecar.key())).hasContent("at the lake");
        write(asset, TEXT);
        assertThat(sidecar(asset).key()).isEqualTo(sidecar.key());
    }

    @Test
    void aWriterThatFailsLeavesTheOldOneAndNoTrace() throws Exception {
        Path photos = Files.createDirectories(root.resolve("photos"));
        Asset asset = add(BlobKey.external(photos.resolve("x.jpg")));
        write(asset, TEXT);
        assertThatThrownBy(() -> write(asset, (sidecar, earlier, target) -> {
                    Files.writeString(target, "half");
                    throw new IOException("the disk is full");
                }))
                .hasMessage("the disk is full");
        assertThat(photos.resolve("x.jpg.xmp")).hasContent("at the lake");
        assertThat(namesIn(photos)).containsExactly("x.jpg.xmp");
    }

    @Test
    void nothingButSidecarsIsWrittenBesideExternalPhotos() {
        assertThatThrownBy(() -> blobs.draft(BlobKey.external(root.resolve("x.jpg"))))
                .hasMessageContaining("Nothing but a sidecar");
        Path photo = root.resolve("x.jpg");
        assertThatThrownBy(() -> blobs.remove(BlobKey.external(photo))).hasMessageContaining("leads out");
    }

    @Test
    void tagsAreWrittenBesideThoseOfASidecarThatWasNotReadYet() throws Exception {
        Asset asset = add(new BlobKey("originals/o/ab/cd/x.jpg"));
        tag(asset, "Sea");
        write(asset, (sidecar, earlier, target) -> {
            assertThat(sidecar.tags()).isEqualTo(new Sidecar.Tags(List.of("Sea"), false));
            TEXT.write(sidecar, earlier, target);
        });
        assertThat(sidecar(asset).sizeInBytes()).isEqualTo(11);
    }

    private void tag(Asset asset, String path) {
        var tag = new Tag(
                TagId.random(), asset.owner(), null, new TagLabel(TagPath.parse(path), null), Samples.NOW, Samples.NOW);
        storage.transactions().run(() -> {
            storage.tags().add(tag);
            storage.tags().attach(tag.id(), List.of(asset.id()));
        });
    }

    private Asset add(BlobKey key) {
        var owner = Samples.addUser(storage).id();
        Asset sample = Samples.asset(owner, 1, "x.jpg", LocalDateTime.of(2024, 1, 1, 0, 0));
        Original original = sample.original();
        Asset asset = sample.withOriginal(
                new Original(original.fileName(), original.type(), original.checksum(), original.sizeInBytes(), key));
        storage.transactions().run(() -> {
            storage.assets().add(asset);
            storage.exifs().saveEdits(asset.id(), EDITS);
        });
        return asset;
    }

    private void write(Asset asset, SidecarWriter writer) throws IOException {
        var events = new Events();
        events.subscribe(Event.class, published::add);
        var writing = new SidecarWriting(
                new SidecarWriting.Rows(storage.assets(), storage.exifs(), storage.faces(), storage.tags()),
                blobs,
                writer,
                storage.transactions(),
                events);
        var job = new Job(new JobId(1), JobType.SIDECAR_WRITING, asset.id().value(), 1, 0);
        storage.transactions().run(writing.handle(job));
    }

    private void save(AssetFile file) {
        storage.transactions().run(() -> storage.assets().saveFile(file));
    }

    private AssetFile sidecar(Asset asset) {
        return storage.transactions()
                .read(() -> storage.assets().findFile(asset.id(), FileKind.SIDECAR))
                .orElseThrow();
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
