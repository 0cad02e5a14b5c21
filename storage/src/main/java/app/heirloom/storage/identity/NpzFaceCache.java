package app.heirloom.storage.identity;

import app.heirloom.library.embedding.ModelId;
import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.identity.picture.FaceCache;
import app.heirloom.library.identity.picture.SeenPicture;
import app.heirloom.storage.files.FileFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A cache in a {@code .npz} of schema v2. What was added since it was last written as a whole stands in small files of the
 * same kind in a folder beside it, {@code NAME.npz.parts}, so that to add a little costs little; closing makes one file of
 * all. One program at a time uses it.
 */
public final class NpzFaceCache implements FaceCache {
    /** Of how many parts one file is made at the latest. */
    private static final int MAX_PARTS = 200;

    private final Path file;
    private final ModelId model;
    private final Set<String> known = new HashSet<>();
    /** Which part brought a picture first. */
    private final Map<String, Path> homes = new HashMap<>();
    /** Pictures without faces: where else those are that were there already. */
    private final Map<String, SeenPicture> additions = new HashMap<>();

    private final List<Path> parts = new ArrayList<>();
    private int faces;

    private NpzFaceCache(Path file, ModelId model) {
        this.file = file;
        this.model = model;
    }

    /**
     * Opens the cache of this model, which is made if need be.
     *
     * @throws app.heirloom.library.error.HeirloomException INVALID when it is damaged, of an unknown schema or of another
     *     model
     */
    public static NpzFaceCache open(Path file, ModelId model) {
        var cache = new NpzFaceCache(file, model);
        try {
            cache.load();
        } catch (IOException e) {
            throw FileFailure.of(e, "Cannot open the cache of faces " + file);
        }
        return cache;
    }

    /** Opens a cache that is there already, of whatever model. Fails as NOT_FOUND when there is none. */
    public static NpzFaceCache open(Path file) {
        try {
            Path first = Files.exists(file) ? file : listParts(file).getFirst();
            return open(file, new CacheFile(first).model());
        } catch (IOException | NoSuchElementException e) {
            throw ErrorCode.NOT_FOUND.exception("There is no cache of faces " + file, e);
        }
    }

    private void load() throws IOException {
        if (Files.exists(file)) {
            requireModel(file);
            new CacheFile(file).forEach(picture -> {
                known.add(picture.sha256());
                faces += picture.faces().size();
            });
        }
        for (Path part : listParts(file)) {
            requireModel(part);
            parts.add(part);
            new CacheFile(part).forEach(picture -> remember(picture, part));
        }
    }

    private void requireModel(Path path) {
        ModelId found = new CacheFile(path).model();
        if (!found.equals(model)) {
            throw ErrorCode.INVALID.exception("The cache of faces " + path + " is of the model " + found + ", not of "
                    + model + ": ask that model, or let this one begin a cache of its own");
        }
    }

    private void remember(SeenPicture picture, Path part) {
        if (known.add(picture.sha256())) {
            homes.put(picture.sha256(), part);
            faces += picture.faces().size();
        } else {
            var place =
                    new SeenPicture(picture.sha256(), picture.paths(), picture.shape(), picture.origins(), List.of());
            additions.merge(picture.sha256(), place, (old, more) -> old.alsoAt(more.paths(), more.origins()));
        }
    }

    private static List<Path> listParts(Path file) throws IOException {
        Path folder = folderOf(file);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.toString().endsWith(".npz"))
                    .sorted()
                    .toList();
        }
    }

    private static Path folderOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".parts");
    }

    @Override
    public ModelId model() {
        return model;
    }

    @Override
    public synchronized int countPictures() {
        return known.size();
    }

    @Override
    public synchronized int countFaces() {
        return faces;
    }

    @Override
    public synchronized boolean has(String sha256) {
        return known.contains(sha256);
    }

    @Override
    public synchronized void forEach(Consumer<SeenPicture> action) {
        if (Files.exists(file)) {
            new CacheFile(file).forEach(picture -> action.accept(whole(picture)));
        }
        for (Path part : List.copyOf(parts)) {
            new CacheFile(part).forEach(picture -> {
                if (part.equals(homes.get(picture.sha256()))) {
                    action.accept(whole(picture));
                }
            });
        }
    }

    private SeenPicture whole(SeenPicture picture) {
        SeenPicture addition = additions.get(picture.sha256());
        return addition == null ? picture : picture.alsoAt(addition.paths(), addition.origins());
    }

    @Override
    public synchronized void add(Collection<SeenPicture> pictures) {
        if (pictures.isEmpty()) {
            return;
        }
        Map<String, SeenPicture> added = new LinkedHashMap<>();
        pictures.forEach(picture ->
                added.merge(picture.sha256(), picture, (old, more) -> old.alsoAt(more.paths(), more.origins())));
        try {
            Path part = nextPart();
            write(part, added.values()::forEach);
            parts.add(part);
            added.values().forEach(picture -> remember(picture, part));
            if (parts.size() >= MAX_PARTS) {
                unite();
            }
        } catch (IOException e) {
            throw FileFailure.of(e, "Cannot write the cache of faces " + file);
        }
    }

    private Path nextPart() throws IOException {
        Path folder = folderOf(file);
        Files.createDirectories(folder);
        int last = parts.isEmpty() ? 0 : numberOf(parts.getLast());
        return folder.resolve(String.format(Locale.ROOT, "%08d.npz", last + 1));
    }

    private static int numberOf(Path part) {
        return Integer.parseInt(part.getFileName().toString().replaceAll("\\D", ""));
    }

    private void write(Path place, Consumer<Consumer<SeenPicture>> pictures) throws IOException {
        try (CacheDraft draft = CacheDraft.begin(place, model)) {
            pictures.accept(draft::add);
            draft.publish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Parts that a crash leaves behind say nothing new, since adding twice is adding once. */
    private void unite() throws IOException {
        if (parts.isEmpty()) {
            return;
        }
        Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        write(file, this::forEach);
        for (Path part : parts) {
            Files.delete(part);
        }
        removeDrafts();
        Files.deleteIfExists(folderOf(file));
        parts.clear();
        homes.clear();
        additions.clear();
    }

    /** What was being written when a program was killed. */
    private void removeDrafts() throws IOException {
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(folderOf(file), "*.part")) {
            for (Path draft : drafts) {
                Files.delete(draft);
            }
        }
    }

    @Override
    public synchronized void close() {
        try {
            unite();
        } catch (IOException e) {
            throw FileFailure.of(e, "Cannot write the cache of faces " + file);
        }
    }
}
