package app.heirloom.tools.identities.sets;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.identity.IdentitySet;
import app.heirloom.tools.backup.DiskFailure;
import app.heirloom.tools.backup.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/** One folder for each set, named by its number, on the shelf where it stands. */
record SetFolders(Path root) {
    static final String MANIFEST = "set.json";
    private static final int FORMAT = 1;
    private static final Pattern NUMBERED = Pattern.compile("\\d{4,}");

    /** What a folder's manifest holds. */
    record Manifest(int format, IdentitySet set) {}

    Path folder(Shelf shelf, int number) {
        return root.resolve(shelf.folder()).resolve("%04d".formatted(number));
    }

    /** Of the shelf, by number; folders of other names are somebody else's. */
    NavigableMap<Integer, IdentitySet> read(Shelf shelf) {
        NavigableMap<Integer, IdentitySet> sets = new TreeMap<>();
        Path folder = root.resolve(shelf.folder());
        if (Files.notExists(folder)) {
            return sets;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(entry ->
                            NUMBERED.matcher(entry.getFileName().toString()).matches())
                    .filter(entry -> Files.exists(entry.resolve(MANIFEST)))
                    .sorted()
                    .forEach(entry -> {
                        IdentitySet set = read(entry);
                        sets.put(set.number(), set);
                    });
        } catch (IOException e) {
            throw DiskFailure.of("Cannot read " + folder, e);
        }
        return sets;
    }

    private static IdentitySet read(Path folder) {
        Path file = folder.resolve(MANIFEST);
        try {
            Manifest manifest = SetJson.MAPPER.readValue(file, Manifest.class);
            if (manifest.format() != FORMAT) {
                throw ErrorCode.INVALID.exception(file + " is of format " + manifest.format()
                        + ", which this version of heirloom does not know: use the version that wrote it");
            }
            if (!folder.getFileName()
                    .toString()
                    .equals("%04d".formatted(manifest.set().number()))) {
                throw ErrorCode.INVALID.exception(
                        file + " is that of set " + manifest.set().number() + ": give the folder its name back");
            }
            return manifest.set();
        } catch (JacksonException e) {
            throw ErrorCode.INVALID.exception(
                    file + " is damaged: " + e.getOriginalMessage() + ". Move the folder away to go on without it", e);
        }
    }

    /** Makes or changes a set where it stands. */
    void write(Shelf shelf, IdentitySet set) {
        Path folder = folder(shelf, set.number());
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw DiskFailure.of("Cannot make " + folder, e);
        }
        AtomicFile.write(folder.resolve(MANIFEST), SetJson.MAPPER.writeValueAsBytes(new Manifest(FORMAT, set)));
        Folders.syncAbove(folder);
    }

    void move(int number, Shelf from, Shelf to) {
        Path target = folder(to, number);
        try {
            Files.createDirectories(root.resolve(to.folder()));
            Files.move(folder(from, number), target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw DiskFailure.of("Cannot move set " + number + " to " + target, e);
        }
        Folders.syncAbove(target);
    }
}
