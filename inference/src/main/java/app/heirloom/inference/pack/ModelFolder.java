package app.heirloom.inference.pack;

import app.heirloom.library.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where model packs lie: one folder each, of the pack's name. */
public final class ModelFolder {
    /** How deep the files of a pack may lie in a folder that they are taken from. */
    private static final int DEPTH = 4;

    private final Path root;

    public ModelFolder(Path root) {
        this.root = root;
    }

    /** What a pack's files are like. */
    public enum State {
        READY,
        /** A file is not here, or nobody ever said what it should be. */
        MISSING,
        /** A file is not the one that its descriptor means, or not the one that came first. */
        DAMAGED
    }

    /** The packs that Heirloom knows and those that somebody put here, by name. */
    public List<Pack> list() {
        return Descriptors.list(root);
    }

    /** The pack of this name; fails as NOT_FOUND when there is none. */
    public Pack get(String name) {
        return list().stream()
                .filter(pack -> pack.id().name().equals(name))
                .findFirst()
                .orElseThrow(() -> ErrorCode.NOT_FOUND.exception(
                        "There is no model pack " + name + "; heirloom models list shows which there are"));
    }

    public Path fileOf(Pack pack, ModelFile file) {
        return folderOf(pack).resolve(file.content().file());
    }

    private Path folderOf(Pack pack) {
        return root.resolve(pack.id().name());
    }

    /** Looks at names and sizes only. */
    public State glance(Pack pack) {
        return state(pack, file -> glance(pack, file));
    }

    /** Reads every file of the pack whole and compares it with what it should be. */
    public State verify(Pack pack) {
        return state(pack, file -> verify(pack, file));
    }

    /** Reads a file of the pack whole and compares it with what it should be. */
    public State verify(Pack pack, ModelFile file) {
        Path path = fileOf(pack, file);
        State state = glance(pack, file);
        return state == State.READY && !checksum(pack, file).equals(Optional.of(Checksum.of(path)))
                ? State.DAMAGED
                : state;
    }

    private State glance(Pack pack, ModelFile file) {
        Path path = fileOf(pack, file);
        if (!Files.isRegularFile(path) || checksum(pack, file).isEmpty()) {
            return State.MISSING;
        }
        return fits(file, path) ? State.READY : State.DAMAGED;
    }

    private static State state(Pack pack, Function<ModelFile, State> judge) {
        List<State> states = pack.files().stream().map(judge).toList();
        return states.contains(State.MISSING)
                ? State.MISSING
                : states.contains(State.DAMAGED) ? State.DAMAGED : State.READY;
    }

    /** What the file should be: as the descriptor says, or as it first came. */
    private Optional<String> checksum(Pack pack, ModelFile file) {
        return file.content()
                .sha256()
                .or(() -> new Pins(folderOf(pack)).find(file.content().file()));
    }

    private static boolean fits(ModelFile file, Path path) {
        try {
            long size = file.content().sizeInBytes();
            return size == 0 || Files.size(path) == size;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Takes a whole file into the pack, under its name at once or not at all. The first one of which nobody said what it
     * should be is trusted, and from then on the only one.
     *
     * @return whether it was trusted so
     * @throws app.heirloom.library.error.HeirloomException INVALID when it is not the file meant
     */
    public boolean install(Pack pack, ModelFile file, Path draft) {
        String found = Checksum.of(draft);
        Optional<String> wanted = checksum(pack, file);
        if (wanted.isPresent() && !wanted.get().equals(found)) {
            throw ErrorCode.INVALID.exception(
                    "What came for " + file.content().file() + " of the model pack " + pack.id()
                            + " is not that file: its SHA-256 is " + found + ", not " + wanted.get()
                            + (file.content().sha256().isPresent()
                                    ? ""
                                    : " as when it first came; remove the pack to trust a new one"));
        }
        Path target = fileOf(pack, file);
        try {
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            if (wanted.isEmpty()) {
                new Pins(folderOf(pack)).add(file.content().file(), found);
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw ErrorCode.DATA_DIRECTORY.exception("Cannot write " + target + ": " + e.getMessage(), e);
        }
        return wanted.isEmpty();
    }

    /**
     * Finds the pack's files in a folder, whatever they are called there: a file is known by its SHA-256, and one
     * without by its path.
     *
     * @throws app.heirloom.library.error.HeirloomException NOT_FOUND when one is not among them
     */
    public List<Path> find(Pack pack, Path from) {
        try (Stream<Path> files = Files.walk(from, DEPTH)) {
            List<Path> candidates = files.filter(Files::isRegularFile).sorted().toList();
            return pack.files().stream()
                    .map(file -> find(pack, file, from, candidates))
                    .toList();
        } catch (IOException e) {
            throw ErrorCode.NOT_FOUND.exception("Cannot read the folder " + from + ": " + e.getMessage(), e);
        }
    }

    private Path find(Pack pack, ModelFile file, Path from, List<Path> candidates) {
        Optional<String> wanted = checksum(pack, file);
        Path named = from.resolve(file.content().file());
        return candidates.stream()
                .filter(candidate -> fits(file, candidate))
                .filter(candidate ->
                        wanted.isPresent() ? wanted.get().equals(Checksum.of(candidate)) : candidate.equals(named))
                .findFirst()
                .orElseThrow(() -> ErrorCode.NOT_FOUND.exception("No file in " + from + " is "
                        + wanted.map(sha256 -> "the one with the SHA-256 " + sha256 + " that " + pack.id() + " calls ")
                                .orElse("")
                        + file.content().file() + ": fetch it from "
                        + pack.terms().source()));
    }

    /** Removes the pack's files and what is known of them; its descriptor stays. */
    public void remove(Pack pack) {
        try {
            for (ModelFile file : pack.files()) {
                Path path = fileOf(pack, file);
                for (String rest : List.of("", ".part", ".part.from")) {
                    Files.deleteIfExists(path.resolveSibling(path.getFileName() + rest));
                }
                deleteIfEmpty(Objects.requireNonNull(path.getParent()));
            }
            new Pins(folderOf(pack)).clear();
            deleteIfEmpty(folderOf(pack));
        } catch (IOException e) {
            throw ErrorCode.DATA_DIRECTORY.exception("Cannot remove files of " + root + ": " + e.getMessage(), e);
        }
    }

    private static void deleteIfEmpty(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> left = Files.list(folder)) {
                if (left.findAny().isPresent()) {
                    return;
                }
            }
            Files.delete(folder);
        }
    }
}
