package app.heirloom.cli.remote;

import app.heirloom.library.error.ErrorCode;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** The file that remembers a photo server, readable by its owner alone. */
record SavedServer(Path file) {
    static final String NAME = "server.conf";
    private static final String URL = "url";
    private static final String KEY = "api-key";

    /** What is remembered. */
    record Entry(Optional<String> url, Optional<String> key) {
        /** Without the key. */
        @Override
        public String toString() {
            return url.orElse("none");
        }
    }

    /** Nothing when there is no file; fails as INVALID when it cannot be read. */
    Entry read() {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            return new Entry(Optional.empty(), Optional.empty());
        } catch (IOException | IllegalArgumentException e) {
            throw ErrorCode.INVALID.exception("Cannot read " + file + ": " + e.getMessage(), e);
        }
        return new Entry(find(properties, URL), find(properties, KEY));
    }

    private static Optional<String> find(Properties properties, String name) {
        return Optional.ofNullable(properties.getProperty(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** Replaces the file at once, or leaves it as it was. */
    void write(Entry entry) {
        var properties = new Properties();
        entry.url().ifPresent(url -> properties.setProperty(URL, url));
        entry.key().ifPresent(key -> properties.setProperty(KEY, key));
        Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
        try {
            var text = new StringWriter();
            properties.store(text, "The photo server of the heirloom commands. The key is a secret.");
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, NAME, ".tmp", ownerOnly(folder));
            try {
                Files.writeString(draft, text.toString());
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw ErrorCode.INVALID.exception("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
        boolean isPosix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        return isPosix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
