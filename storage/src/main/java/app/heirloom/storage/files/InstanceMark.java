package app.heirloom.storage.files;

import app.heirloom.library.error.ErrorCode;
import app.heirloom.library.event.ChangeId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A small file beside the originals that says which library they belong to and how far its database had come, so that a
 * database which was swapped or went back in time is noticed before it does harm.
 */
public final class InstanceMark {
    private final Path file;

    /** What the file says. */
    public record Content(UUID instance, ChangeId newestChange) {}

    InstanceMark(Path file) {
        this.file = file;
    }

    public Optional<Content> read() {
        try {
            List<String> lines = Files.readAllLines(file);
            return Optional.of(new Content(UUID.fromString(lines.get(0)), new ChangeId(UUID.fromString(lines.get(1)))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw FileFailure.of(e, "Cannot read " + file);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw ErrorCode.DATA_DIRECTORY.exception("The file " + file
                    + ", which ties the originals to their database, is damaged. Put a backup of it in its place.");
        }
    }

    /** Replaces the file at once and durably. */
    public void write(Content content) {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        String text = content.instance() + "\n" + content.newestChange() + "\n";
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            try (FileChannel channel = FileChannel.open(
                    draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw FileFailure.of(e, "Cannot write " + file);
        }
    }
}
