package app.heirloom.inference.pack;

import app.heirloom.library.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What files without a published checksum were like when they first came: trusted once, and held to it from then on.
 * Kept in the pack's folder as {@code SHA256SUMS}, in the form of {@code sha256sum --check}.
 */
final class Pins {
    private static final String SEPARATOR = "  ";

    private final Path list;

    Pins(Path folder) {
        this.list = folder.resolve("SHA256SUMS");
    }

    Optional<String> find(String file) {
        return Optional.ofNullable(read().get(file));
    }

    void add(String file, String sha256) {
        Map<String, String> pins = read();
        pins.put(file, sha256);
        String lines = pins.entrySet().stream()
                .map(pin -> pin.getValue() + SEPARATOR + pin.getKey() + "\n")
                .collect(Collectors.joining());
        try {
            Path draft = list.resolveSibling(list.getFileName() + ".new");
            Files.writeString(draft, lines);
            Files.move(draft, list, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw ErrorCode.DATA_DIRECTORY.exception("Cannot write " + list + ": " + e.getMessage(), e);
        }
    }

    void clear() throws IOException {
        Files.deleteIfExists(list);
    }

    private Map<String, String> read() {
        Map<String, String> pins = new TreeMap<>();
        if (Files.isRegularFile(list)) {
            try {
                for (String line : Files.readAllLines(list)) {
                    String[] parts = line.split(SEPARATOR, 2);
                    if (parts.length == 2) {
                        pins.put(parts[1], parts[0]);
                    }
                }
            } catch (IOException e) {
                throw ErrorCode.NOT_FOUND.exception("Cannot read " + list + ": " + e.getMessage(), e);
            }
        }
        return pins;
    }
}
