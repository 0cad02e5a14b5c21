package app.heirloom.tools.gallery;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.gallery.Content;
import app.heirloom.library.gallery.ContentReader;
import app.heirloom.library.gallery.GalleryFile;
import app.heirloom.library.gallery.ModelSet;
import app.heirloom.library.gallery.PathText;
import app.heirloom.storage.database.DatabaseConfig;
import app.heirloom.storage.files.FileContentReader;
import app.heirloom.storage.sql.SqlStorage;
import app.heirloom.tools.gallery.GalleryIndex.Complaint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A tree of files that are called photos, with an index in a real database and models that only note what they see. */
final class IndexedTree implements AutoCloseable {
    static final String POISON = "no picture";
    static final String DISK_FULL = "the disk is full";

    IndexSettings settings = IndexSettings.of(2);
    Selection selection = new Selection(List.of(), List.of());
    List<String> models = List.of("faces");
    boolean decodes = true;
    ContentReader reader = new FileContentReader();

    private final Path root;
    private final SqlStorage storage;
    private final IndexShelves shelves;
    private final Collection<String> looked = new ConcurrentLinkedQueue<>();
    private final Collection<String> saved = new ConcurrentLinkedQueue<>();
    private final Collection<Complaint> complaints = new ConcurrentLinkedQueue<>();

    IndexedTree(Path folder) {
        root = folder.resolve("photos");
        storage = SqlStorage.open(DatabaseConfig.sqlite(folder.resolve("gallery.db")), InstantSource.system());
        shelves = new IndexShelves(storage.galleries(), storage.transactions());
    }

    Path write(String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    Path folder(String name) {
        return root.resolve(name);
    }

    IndexSummary index() throws InterruptedException {
        return indexAt(root);
    }

    IndexSummary indexAt(Path... targets) throws InterruptedException {
        var index = new GalleryIndex(shelves, reader, recognition(), settings, complaints::add);
        index.run(List.of(targets), selection);
        return index.progress();
    }

    /** The contents that models looked at, each as often as they did. */
    Collection<String> looked() {
        return looked;
    }

    /** The contents of which is kept what models made of them. */
    Collection<String> saved() {
        return saved;
    }

    Collection<Complaint> complaints() {
        return complaints;
    }

    List<String> fileNames(Path folder) {
        return storage.transactions()
                .write(() -> storage
                        .galleries()
                        .listFiles(storage.galleries().open(PathText.of(folder)).id())
                        .stream()
                        .map(GalleryFile::name)
                        .toList());
    }

    List<String> galleries() {
        return List.copyOf(GalleryIndex.known(shelves, List.of(root)).keySet());
    }

    GalleryCheck.Findings check() {
        return new GalleryCheck(shelves, complaints::add).run(new ModelSet(String.join(" ", models)));
    }

    void leaseToSomebodyElse(Path folder) {
        storage.transactions().run(() -> {
            var gallery = storage.galleries().open(PathText.of(folder));
            storage.galleries().lease(gallery.id(), "elsewhere process 1 ", Duration.ofHours(1));
        });
    }

    private ContentRecognition recognition() {
        return new ContentRecognition() {
            @Override
            public ModelSet models() {
                return new ModelSet(String.join(" ", models));
            }

            @Override
            public Look look(Path file) {
                String text = decodes ? text(file) : POISON;
                switch (text) {
                    case POISON -> throw ErrorCode.UNREADABLE_MEDIA.exception("This is no picture");
                    case DISK_FULL -> throw ErrorCode.STORAGE_FULL.exception("The disk is full");
                    default -> looked.add(text);
                }
                return new Look() {
                    @Override
                    public int faces() {
                        return text.length();
                    }

                    @Override
                    public void save(Content content) {
                        saved.add(text);
                    }
                };
            }
        };
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        storage.close();
    }
}
