package app.heirloom.inference.pack;

import app.heirloom.library.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Where model packs lie: one folder each, with its {@code pack.json}. */
public final class ModelFolder {
    private static final String DESCRIPTOR = "pack.json";
    private static final List<String> BUILT_IN = List.of("faces-yunet-mobilefacenet");

    private final Path root;

    public ModelFolder(Path root) {
        this.root = root;
    }

    /** What a pack's files are like. */
    public enum State {
        READY,
        MISSING,
        /** A file is not the one that its descriptor means. */
        DAMAGED
    }

    /** The packs that Heirloom knows and those that somebody put here, by name. */
    public List<Pack> list() {
        var own = Files.isDirectory(root) ? descriptors() : List.<Pack>of();
        var known = BUILT_IN.stream()
                .map(ModelFolder::builtIn)
                .filter(pack -> own.stream().noneMatch(mine -> mine.id().equals(pack.id())));
        return Stream.concat(own.stream(), known)
                .sorted((one, other) -> one.id().name().compareTo(other.id().name()))
                .toList();
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
        return root.resolve(pack.id().name()).resolve(file.content().file());
    }

    /** Reads every file of the pack whole and compares it with its descriptor. */
    public State verify(Pack pack) {
        var states = pack.files().stream()
                .map(file -> state(fileOf(pack, file), file))
                .toList();
        return states.contains(State.MISSING)
                ? State.MISSING
                : states.contains(State.DAMAGED) ? State.DAMAGED : State.READY;
    }

    /**
     * Copies the pack's files out of a folder, whatever they are called there: a file is known by its SHA-256.
     *
     * @throws app.heirloom.library.error.HeirloomException NOT_FOUND when one is not among them; nothing is copied then
     */
    public void add(Pack pack, Path from) {
        List<ModelFile> wanted = pack.files();
        List<Path> found = wanted.stream().map(file -> find(file, from)).toList();
        try {
            Path folder = Files.createDirectories(root.resolve(pack.id().name()));
            for (int i = 0; i < wanted.size(); i++) {
                Path target = folder.resolve(wanted.get(i).content().file());
                Path draft = folder.resolve(wanted.get(i).content().file() + ".part");
                Files.copy(found.get(i), draft, StandardCopyOption.REPLACE_EXISTING);
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + root, e);
        }
    }

    /** Removes the pack's files; the descriptor of a built-in pack stays known. */
    public void remove(Pack pack) {
        try {
            for (ModelFile file : pack.files()) {
                Files.deleteIfExists(fileOf(pack, file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove files of " + root, e);
        }
    }

    private static Path find(ModelFile file, Path from) {
        try (Stream<Path> files = Files.list(from)) {
            return files.filter(Files::isRegularFile)
                    .filter(candidate -> isOf(file, candidate))
                    .findFirst()
                    .orElseThrow(() -> ErrorCode.NOT_FOUND.exception("No file in " + from + " has the SHA-256 "
                            + file.content().sha256().orElse("?") + " of "
                            + file.content().file() + ": fetch it from where the pack says"));
        } catch (IOException e) {
            throw ErrorCode.NOT_FOUND.exception("Cannot read the folder " + from + ": " + e.getMessage(), e);
        }
    }

    private static State state(Path path, ModelFile file) {
        if (!Files.isRegularFile(path)) {
            return State.MISSING;
        }
        return isOf(file, path) ? State.READY : State.DAMAGED;
    }

    private static boolean isOf(ModelFile file, Path path) {
        return file.content().sha256().filter(sha256(path)::equals).isPresent();
    }

    private List<Pack> descriptors() {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.map(folder -> folder.resolve(DESCRIPTOR))
                    .filter(Files::isRegularFile)
                    .map(ModelFolder::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + root, e);
        }
    }

    private static Pack read(Path descriptor) {
        try {
            return new PackReader(descriptor.toString()).read(Files.readAllBytes(descriptor));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + descriptor, e);
        }
    }

    private static Pack builtIn(String name) {
        try (InputStream json = ModelFolder.class.getResourceAsStream(name + ".json")) {
            return new PackReader(name).read(Objects.requireNonNull(json, name).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(Path file) {
        try (var bytes = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            bytes.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
